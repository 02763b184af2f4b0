using System.Collections.Concurrent;
using Dateline.Core.Media;

namespace Dateline.Media;

/// <summary>Makes renditions: in the background after an upload, and at once when one is asked for that is missing. One is never made twice at a time.</summary>
public sealed class Developer(MediaFolder folder, Darkroom darkroom)
{
    private readonly ConcurrentDictionary<Rendition, Lazy<Task<bool>?>> _making = new();

    /// <summary>The rendition's file, made first when it is missing. That somebody stops waiting does not stop the making: others may wait too.</summary>
    public async Task<Developed> Develop(Rendition rendition, CancellationToken cancellation)
    {
        var path = folder.Rendition(rendition);
        if (File.Exists(path)) return new Developed(path);
        var begun = _making.GetOrAdd(rendition, key => new Lazy<Task<bool>?>(() => Begin(key)));
        if (begun.Value is not { } making)
        {
            _making.TryRemove(KeyValuePair.Create(rendition, begun));
            return new Developed(null, Busy: true);
        }
        return new Developed(await making.WaitAsync(cancellation) ? path : null);
    }

    private Task<bool>? Begin(Rendition rendition)
    {
        var making = darkroom.Now(() => Make(rendition));
        // Done or failed: who asks next begins anew, and finds the file, if there is one.
        making?.ContinueWith(_ => _making.TryRemove(rendition, out var _), TaskScheduler.Default);
        return making;
    }

    /// <summary>Makes what is missing of a picture, when nothing else is to do: the quick forms first, as every browser shows one of them.</summary>
    /// <returns>False when the darkroom is full, so that it must be asked again.</returns>
    public async Task<bool> DevelopAll(string hash, CancellationToken cancellation)
    {
        foreach (var rendition in Rendition.Of(hash).OrderBy(rendition => rendition.Format == PictureFormat.Avif))
        {
            cancellation.ThrowIfCancellationRequested();
            if (File.Exists(folder.Rendition(rendition))) continue;
            if (darkroom.Later(() => Make(rendition)) is not { } making) return false;
            await making;
        }
        return true;
    }

    private bool Make(Rendition rendition)
    {
        var (original, path) = (folder.Original(rendition.Hash), folder.Rendition(rendition));
        if (File.Exists(path)) return true;
        if (!File.Exists(original)) return false;
        var arriving = folder.Arriving();
        try
        {
            Exposure.Write(original, rendition, arriving);
            MediaFolder.Land(arriving, path);
            return true;
        }
        finally
        {
            File.Delete(arriving);
        }
    }
}
