using System.Security.Cryptography;
using Dateline.Core.Blocks;
using Dateline.Core.Files;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Media;
using Dateline.Storage.Media;

namespace Dateline.Server.Commands;

/// <summary>The originals of a live page's pictures and recordings in a folder, each called by its hash: how they go from one newsroom to another, by whoever runs both.</summary>
internal static class PictureFiles
{
    /// <summary>Writes the originals of everything that the manuscript shows.</summary>
    /// <returns>The hashes of those that the library does not have.</returns>
    public static async Task<Result<IReadOnlyList<string>>> Write(Manuscript manuscript, string folder, PicturesAtHand pictures, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var missing = new List<string>();
        foreach (var hash in Pictures(manuscript).Select(name => name.Hash).Concat(Recordings(manuscript).Select(name => name.Hash)).Distinct())
        {
            if (!(await pictures.Originals.Borrow(hash, cancellation)).Try(out var original, out var refusal))
            {
                if (refusal.Kind == RefusalKind.Busy) return refusal;
                missing.Add(hash);
                continue;
            }
            using (original) File.Copy(original.Path, Path.Combine(folder, hash), overwrite: true);
        }
        return missing;
    }

    /// <summary>Takes the pictures and recordings that the manuscript shows, and that this library does not have, into it: looked at like any that is sent to it, and under the name that the manuscript has for them.</summary>
    /// <returns>The hashes of those that are neither here nor in the folder.</returns>
    public static async Task<Result<IReadOnlyList<string>>> Read(Manuscript manuscript, string folder, PicturesAtHand pictures, PictureBook book, RecordingBook recordings, CancellationToken cancellation)
    {
        var missing = new List<string>();
        foreach (var name in Pictures(manuscript).DistinctBy(name => name.Hash))
        {
            if (await book.Find(name.Hash, cancellation) is not null) continue;
            var file = Path.Combine(folder, name.Hash);
            if (!File.Exists(file)) missing.Add(name.Hash);
            else if (await Take(name, file, pictures, book, cancellation) is { } refusal) return refusal;
        }
        foreach (var name in Recordings(manuscript))
        {
            if (await recordings.Find(name.Hash, cancellation) is not null) continue;
            var file = Path.Combine(folder, name.Hash);
            if (!File.Exists(file)) missing.Add(name.Hash);
            else if (await Take(name, file, pictures, recordings, cancellation) is { } refusal) return refusal;
        }
        return missing;
    }

    // The server, which looks once a minute, makes of it what readers get.
    private static async Task<Refusal?> Take(RecordingName name, string file, PicturesAtHand pictures, RecordingBook book, CancellationToken cancellation)
    {
        var arriving = pictures.Folder.Arriving();
        try
        {
            File.Copy(file, arriving);
            if (await Differs(arriving, name.Hash, cancellation)) return Wrong(file, "it is not the file that its name says");
            if (name is not CaptionsName && (await pictures.Recordings.Look(arriving, name.Hash, cancellation)).Try(out var seen, out var refusal) is var isOne && (!isOne || seen != name))
                return Wrong(file, refusal?.Sentence ?? $"the page being imported calls it {name}, which is another recording");
            var bytes = new FileInfo(arriving).Length;
            return await pictures.Originals.Keep(arriving, name.Hash, cancellation) ?? (await book.Add(name, bytes, Options.CommandLineName, cancellation)).Refusal;
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    private static async Task<bool> Differs(string file, string hash, CancellationToken cancellation)
    {
        await using var copy = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(copy, cancellation)) != hash;
    }

    private static async Task<Refusal?> Take(PictureName name, string file, PicturesAtHand pictures, PictureBook book, CancellationToken cancellation)
    {
        if (new FileInfo(file).Length > PictureReader.MostBytes) return Wrong(file, $"it is larger than {PictureReader.MostBytes / (1024 * 1024)} MB");
        var arriving = pictures.Folder.Arriving();
        try
        {
            File.Copy(file, arriving);
            if (await Differs(arriving, name.Hash, cancellation)) return Wrong(file, "it is not the file that its name says");
            if (!PictureReader.Look(arriving).Try(out var seen, out var refusal)) return Wrong(file, refusal.Sentence);
            if (new PictureName(name.Hash, seen.Width, seen.Height, seen.Colours) != name) return Wrong(file, $"the page being imported calls it {name}, which is another picture");
            var bytes = new FileInfo(arriving).Length;
            return await pictures.Originals.Keep(arriving, name.Hash, cancellation) ?? (await book.Add(name, seen.Kind, bytes, Options.CommandLineName, cancellation)).Refusal;
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    private static IEnumerable<PictureName> Pictures(Manuscript manuscript)
    {
        foreach (var (_, name) in PicturesIn.Blocks(Blocks(manuscript)))
            if (PictureName.TryParse(name, out var picture)) yield return picture;
    }

    private static IEnumerable<RecordingName> Recordings(Manuscript manuscript) => RecordingsIn.Names(Blocks(manuscript));

    private static IEnumerable<Block> Blocks(Manuscript manuscript)
    {
        IEnumerable<Block> lead = manuscript.Lead is { } top ? [top] : [];
        return lead.Concat(manuscript.Posts.SelectMany(post => post.Blocks));
    }

    private static Refusal Wrong(string file, string why) => new(RefusalKind.Invalid, $"{file} cannot be taken into the library: {why}. Nothing of the page was imported.");
}
