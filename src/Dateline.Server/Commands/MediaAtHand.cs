using System.CommandLine;
using Dateline.Core.Outcomes;
using Dateline.Media;
using Dateline.Media.Originals;
using Dateline.Server.Serving;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dateline.Server.Commands;

/// <summary>The newsroom's files for a command, which may run beside the server on the same folder: what it fetches from a store lies apart, and goes with it.</summary>
internal sealed class MediaAtHand : IDisposable
{
    private readonly DirectoryInfo _near = Directory.CreateTempSubdirectory("dateline-");
    private readonly Darkroom _darkroom = new();

    private MediaAtHand(ServerSettings settings)
    {
        Settings = settings;
        Folder = new MediaFolder(settings.Desk.Media) { Near = _near.FullName };
        Originals = settings.Store is { } store ? new OriginalsInStore(Folder, store, TimeProvider.System, NullLogger<OriginalsInStore>.Instance) : new OriginalsOnDisk(Folder);
        Developer = new Developer(Folder, Originals, _darkroom);
    }

    public ServerSettings Settings { get; }

    public MediaFolder Folder { get; }

    public IOriginals Originals { get; }

    public Developer Developer { get; }

    public static async Task<Result<MediaAtHand>> Open(ParseResult parsed, CancellationToken cancellation)
    {
        if (!ServerSettings.Read("http://127.0.0.1:5080", parsed.GetValue(Options.Data)!.FullName, demo: false).Try(out var settings, out var refusal)) return refusal;
        var pictures = new MediaAtHand(settings);
        if (await pictures.Originals.Open(cancellation) is not { } unusable) return pictures;
        pictures.Dispose();
        return unusable;
    }

    public void Dispose()
    {
        _darkroom.Dispose();
        (Originals as IDisposable)?.Dispose();
        _near.Delete(recursive: true);
    }
}
