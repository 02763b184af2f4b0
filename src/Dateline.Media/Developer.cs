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
        foreach (var sheet in Rendition.Of(hash).GroupBy(rendition => (IsSlow: rendition.Format == PictureFormat.Avif, rendition.Width)).OrderBy(sheet => sheet.Key.IsSlow))
        {
            cancellation.ThrowIfCancellationRequested();
            var missing = sheet.Where(rendition => !File.Exists(folder.Rendition(rendition))).ToList();
            if (missing.Count == 0) continue;
            if (darkroom.Later(() => Make(missing)) is not { } making) return false;
            await making;
        }
        return true;
    }

    /// <summary>Makes renditions of one width.</summary>
    private bool Make(params List<Rendition> renditions)
    {
        var missing = renditions.Where(rendition => !File.Exists(folder.Rendition(rendition))).Select(rendition => (Rendition: rendition, Arriving: folder.Arriving())).ToList();
        if (missing.Count == 0) return true;
        var (hash, width) = (renditions[0].Hash, renditions[0].Width);
        if (!File.Exists(folder.Original(hash))) return false;
        try
        {
            Exposure.Write(folder.Original(hash), width, [.. missing.Select(each => (each.Rendition.Format, each.Arriving))]);
            foreach (var (rendition, arriving) in missing) MediaFolder.Land(arriving, folder.Rendition(rendition));
            return true;
        }
        finally
        {
            foreach (var (_, arriving) in missing) File.Delete(arriving);
        }
    }
}
