using System.Collections.Concurrent;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Media.Originals;

namespace Dateline.Media;

/// <summary>Makes renditions: in the background after an upload, and at once when one is asked for that is missing. One is never made twice at a time.</summary>
public sealed class Developer(MediaFolder folder, IOriginals originals, Darkroom darkroom)
{
    private readonly ConcurrentDictionary<Rendition, Lazy<Task<Developed>>> _making = new();

    /// <summary>The rendition's file, made first when it is missing. That somebody stops waiting does not stop the making: others may wait too.</summary>
    public async Task<Developed> Develop(Rendition rendition, CancellationToken cancellation)
    {
        var path = folder.Rendition(rendition);
        if (File.Exists(path)) return new Developed(path);
        var begun = _making.GetOrAdd(rendition, key => new Lazy<Task<Developed>>(() => Begin(key)));
        return await begun.Value.WaitAsync(cancellation);
    }

    private Task<Developed> Begin(Rendition rendition)
    {
        var making = Make(rendition);
        // Done or failed: who asks next begins anew, and finds the file, if there is one.
        making.ContinueWith(_ => _making.TryRemove(rendition, out var _), TaskScheduler.Default);
        return making;
    }

    private async Task<Developed> Make(Rendition rendition)
    {
        if (!(await originals.Borrow(rendition.Hash, CancellationToken.None)).Try(out var loan, out var refusal)) return new Developed(null, Busy: refusal.Kind == RefusalKind.Busy);
        using var original = loan;
        if (darkroom.Now(() => Make(original.Path, rendition)) is not { } making) return new Developed(null, Busy: true);
        await making;
        return new Developed(folder.Rendition(rendition));
    }

    /// <summary>Makes what is missing of a picture, when nothing else is to do: the quick forms first, as every browser shows one of them.</summary>
    /// <returns>False when the darkroom is full or the original cannot be had at this moment, so that it must be asked again.</returns>
    public async Task<bool> DevelopAll(string hash, CancellationToken cancellation)
    {
        if (!(await originals.Borrow(hash, cancellation)).Try(out var loan, out var refusal)) return refusal.Kind != RefusalKind.Busy;
        using var original = loan;
        foreach (var sheet in Rendition.Of(hash).GroupBy(rendition => (IsSlow: rendition.Format == PictureFormat.Avif, rendition.Width)).OrderBy(sheet => sheet.Key.IsSlow))
        {
            cancellation.ThrowIfCancellationRequested();
            var missing = sheet.Where(rendition => !File.Exists(folder.Rendition(rendition))).ToArray();
            if (missing.Length == 0) continue;
            if (darkroom.Later(() => Make(original.Path, missing)) is not { } making) return false;
            await making;
        }
        return true;
    }

    /// <summary>Makes renditions of one width.</summary>
    private bool Make(string original, params Rendition[] renditions)
    {
        var missing = renditions.Where(rendition => !File.Exists(folder.Rendition(rendition))).Select(rendition => (Rendition: rendition, Arriving: folder.Arriving())).ToList();
        if (missing.Count == 0) return true;
        try
        {
            Exposure.Write(original, renditions[0].Width, [.. missing.Select(each => (each.Rendition.Format, each.Arriving))]);
            foreach (var (rendition, arriving) in missing) MediaFolder.Land(arriving, folder.Rendition(rendition));
            return true;
        }
        finally
        {
            foreach (var (_, arriving) in missing) File.Delete(arriving);
        }
    }
}
