using System.Security.Cryptography;
using Dateline.Core.Blocks;
using Dateline.Core.Files;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Desk.Media;
using Dateline.Storage.Media;

namespace Dateline.Server.Commands;

/// <summary>The originals of what a live page shows, in a folder, each called by its hash: how they go from one newsroom to another, by whoever runs both.</summary>
internal static class MediaFiles
{
    /// <summary>Writes the originals of everything that the manuscript shows.</summary>
    /// <returns>The hashes of those that the library does not have.</returns>
    public static async Task<Result<IReadOnlyList<string>>> Write(Manuscript manuscript, string folder, MediaAtHand pictures, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var missing = new List<string>();
        foreach (var hash in Names(manuscript).Select(name => MediaHash.Of(name)!).Distinct())
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

    /// <summary>Takes what the manuscript shows, and this library does not have, into it: looked at like anything that is sent to it, and under the name that the manuscript has for it.</summary>
    /// <returns>The hashes of those that are neither here nor in the folder.</returns>
    public static async Task<Result<IReadOnlyList<string>>> Read(Manuscript manuscript, string folder, HandIn desk, Library library, CancellationToken cancellation)
    {
        var missing = new List<string>();
        foreach (var name in Names(manuscript))
        {
            var hash = MediaHash.Of(name)!;
            if (await library.Find(hash, cancellation) is not null) continue;
            var file = Path.Combine(folder, hash);
            if (!File.Exists(file)) missing.Add(hash);
            else if (await Differs(file, hash, cancellation)) return Wrong(file, "It is not the file that its name says.");
            else if ((await desk.Take(file, Options.CommandLineName, cancellation, called: name)).Refusal is { } refusal) return Wrong(file, refusal.Sentence);
        }
        return missing;
    }

    private static async Task<bool> Differs(string file, string hash, CancellationToken cancellation)
    {
        await using var copy = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(copy, cancellation)) != hash;
    }

    // First pages and stills last: a document or a video that is taken in brings its own.
    private static IEnumerable<string> Names(Manuscript manuscript)
    {
        List<Block> blocks = [.. manuscript.Lead is { } top ? new[] { top } : [], .. manuscript.Posts.SelectMany(post => post.Blocks)];
        return MediaIn.Blocks(blocks).Select(found => found.Name).Where(name => MediaHash.Of(name) is not null).Distinct().OrderBy(name => PictureName.TryParse(name, out _));
    }

    private static Refusal Wrong(string file, string why) => new(RefusalKind.Invalid, $"{file} cannot be taken into the library: {why} Nothing of the page was imported.");
}
