using System.Security.Cryptography;
using Dateline.Core.Blocks;
using Dateline.Core.Files;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Media;
using Dateline.Storage.Media;

namespace Dateline.Server.Commands;

/// <summary>The originals of a live page's pictures in a folder, each called by its hash: how they go from one newsroom to another, by whoever runs both.</summary>
internal static class PictureFiles
{
    /// <summary>Writes the originals of everything that the manuscript shows.</summary>
    /// <returns>The hashes of pictures that the library does not have.</returns>
    public static async Task<Result<IReadOnlyList<string>>> Write(Manuscript manuscript, string folder, PicturesAtHand pictures, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var missing = new List<string>();
        foreach (var hash in Of(manuscript).Select(name => name.Hash).Distinct())
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

    /// <summary>Takes the pictures that the manuscript shows, and that this library does not have, into it: looked at like any that is sent to it, and under the name that the manuscript has for them.</summary>
    /// <returns>The hashes of pictures that are neither here nor in the folder.</returns>
    public static async Task<Result<IReadOnlyList<string>>> Read(Manuscript manuscript, string folder, PicturesAtHand pictures, PictureBook book, CancellationToken cancellation)
    {
        var missing = new List<string>();
        foreach (var name in Of(manuscript).DistinctBy(name => name.Hash))
        {
            if (await book.Find(name.Hash, cancellation) is not null) continue;
            var file = Path.Combine(folder, name.Hash);
            if (!File.Exists(file)) missing.Add(name.Hash);
            else if (await Take(name, file, pictures, book, cancellation) is { } refusal) return refusal;
        }
        return missing;
    }

    private static async Task<Refusal?> Take(PictureName name, string file, PicturesAtHand pictures, PictureBook book, CancellationToken cancellation)
    {
        if (new FileInfo(file).Length > PictureReader.MostBytes) return Wrong(file, $"it is larger than {PictureReader.MostBytes / (1024 * 1024)} MB");
        var arriving = pictures.Folder.Arriving();
        try
        {
            File.Copy(file, arriving);
            await using (var copy = File.OpenRead(arriving))
                if (Convert.ToHexStringLower(await SHA256.HashDataAsync(copy, cancellation)) != name.Hash) return Wrong(file, "it is not the file that its name says");
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

    private static IEnumerable<PictureName> Of(Manuscript manuscript)
    {
        IEnumerable<Block> lead = manuscript.Lead is { } top ? [top] : [];
        foreach (var (_, name) in PicturesIn.Blocks(lead.Concat(manuscript.Posts.SelectMany(post => post.Blocks))))
            if (PictureName.TryParse(name, out var picture)) yield return picture;
    }

    private static Refusal Wrong(string file, string why) => new(RefusalKind.Invalid, $"{file} cannot be taken into the library: {why}. Nothing of the page was imported.");
}
