using System.Runtime.InteropServices;
using Dateline.Core.Media;
using Microsoft.Win32.SafeHandles;

namespace Dateline.Media;

/// <summary>The pictures and recordings in the data folder: what was uploaded, named by its content and never changed, and what was made of it, which can be made again.</summary>
public sealed partial class MediaFolder
{
    private readonly string _originals;
    private readonly string _renditions;
    private readonly string _recordings;
    private readonly string _arriving;

    public MediaFolder(string folder)
    {
        Near = Path.Combine(folder, "near");
        (_originals, _renditions, _recordings, _arriving) = (Path.Combine(folder, "originals"), Path.Combine(folder, "renditions"), Path.Combine(folder, "recordings"), Path.Combine(folder, "arriving"));
        foreach (var each in new[] { _originals, _renditions, _recordings, _arriving }) Directory.CreateDirectory(each);
    }

    /// <summary>The file as it was uploaded, where originals are kept on disk. It never leaves the newsroom: it may say where it was taken.</summary>
    public string Original(string hash) => Path.Combine(_originals, hash[..2], hash);

    /// <summary>Where originals are kept on disk.</summary>
    public string OriginalsFolder => _originals;

    /// <summary>The hashes of the originals that lie here.</summary>
    public IEnumerable<string> Originals() => Directory.EnumerateFiles(_originals, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Where(PictureName.IsHash);

    /// <summary>The folder of what is fetched to work from, where originals are kept in a store.</summary>
    public string Near { get; init; }

    public string Rendition(Rendition rendition) => Path.Combine(_renditions, rendition.Hash[..2], rendition.Hash, rendition.File);

    /// <summary>What is served of a video, sound or captions.</summary>
    /// <param name="file">One of <see cref="RecordingFile"/>.</param>
    public string Recording(string hash, string file) => Path.Combine([_recordings, hash[..2], hash, .. file.Split('/')]);

    /// <summary>The same when it is there.</summary>
    public string? FindRecording(string hash, string file) => RecordingFile.ContentType(file) is not null && PictureName.IsHash(hash) && Recording(hash, file) is var path && File.Exists(path) ? path : null;

    /// <summary>A place for a file that is not whole yet.</summary>
    public string Arriving() => Path.Combine(_arriving, Guid.NewGuid().ToString("N"));

    /// <summary>Moves a whole file to where it is found from now on: on disk first, then under its name, then the name on disk. Whoever finds the name finds all of it.</summary>
    public static void Land(string arrived, string path)
    {
        using (var file = new FileStream(arrived, FileMode.Open, FileAccess.Write)) file.Flush(flushToDisk: true);
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        File.Move(arrived, path, overwrite: true);
        Sync(folder);
        Sync(Path.GetDirectoryName(folder)!);
    }

    /// <summary>Clears away what a server that was killed left half-written.</summary>
    public void Sweep()
    {
        foreach (var file in Directory.EnumerateFiles(_arriving)) File.Delete(file);
        foreach (var folder in Directory.EnumerateDirectories(_arriving)) Directory.Delete(folder, recursive: true);
    }

    // A new name is safe once its folder is; .NET opens no folders.
    private static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        using var handle = new SafeFileHandle(Open(folder, 0), ownsHandle: true);
        if (handle.IsInvalid) throw new IOException($"The folder {folder} cannot be opened to make sure of what is in it.");
        RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial nint Open(string path, int flags);
}
