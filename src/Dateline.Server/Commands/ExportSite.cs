using System.CommandLine;
using System.IO.Compression;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Media.Originals;
using Dateline.Public.Editions;
using Dateline.Public.Offprints;
using Dateline.Server.Serving;
using Dateline.Storage.Media;
using Dateline.Storage.Sqlite;

namespace Dateline.Server.Commands;

/// <summary><c>dateline export --format site</c>: a live page as files that show it without a server, with its pictures and nothing from elsewhere.</summary>
internal static class ExportSite
{
    public static async Task<int> Run(ParseResult parsed, string slug, string output, string? url, CancellationToken cancellation)
    {
        if (output == "-") return CommandLine.Failed("A site is many files; give --out a folder or a file that ends with .zip.");
        var isZip = output.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        if (Directory.Exists(output) && (isZip || Directory.EnumerateFileSystemEntries(output).Any())) return CommandLine.Failed($"{output} is there already and not empty; give --out another name.");
        SqliteStore.Prepare(SqliteStore.PathIn(parsed.GetValue(Options.Data)!.FullName));
        if (!(await MediaAtHand.Open(parsed, cancellation)).Try(out var pictures, out var refusal)) return CommandLine.Failed(refusal);
        using var atHand = pictures;
        using var newsroom = Options.Newsroom(parsed);
        var library = new Library(newsroom);
        var style = pictures.Settings.Style;
        if (url is not null) style = style with { PublicUrl = new Uri(url) };
        else if (style.PublicUrl.IsLoopback) return CommandLine.Failed("Say with --url where the site is going to stand, such as https://news.example.org: feeds and previews name it. DATELINE_PUBLICURL does for every export.");

        // Written beside and moved into place, so that what is there under its name is whole.
        var part = $"{Path.TrimEndingDirectorySeparator(output)}.part";
        if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
        try
        {
            using var reader = new EditionReader(PublicDb.Sqlite(SqliteStore.PathIn(pictures.Settings.Data)));
            if (await reader.Read(slug, cancellation) is not { } edition) return CommandLine.Failed($"There is no live page “{slug}” that readers can see.");
            var assets = WebAssets.Load();
            foreach (var (address, content) in assets.Files) await Keep(part, Offprint.FileOf(address), content);
            var offprint = await new OffprintWriter(reader, style, assets.Page).Write(edition, TimeProvider.System.GetUtcNow(), (file, content) => Keep(part, file, content), cancellation);
            if (!(await Pictures(pictures, offprint.Pictures, part, cancellation)).Try(out var missing, out refusal)) return CommandLine.Failed(refusal);
            var shown = offprint.Pictures.Select(each => each.Hash).Distinct().Count() - missing.Count;
            var unmade = Recordings(pictures, offprint.Recordings, part);
            if (await Documents(pictures, library, offprint.Documents, part, cancellation) is { } unlent) return CommandLine.Failed(unlent);
            foreach (var (file, ends) in await Ending(library, offprint, cancellation)) await Console.Error.WriteLineAsync($"The right to show the {file} ends {Instants.Write(ends)}; this site goes on showing it, unlike the server.");
            foreach (var hash in missing.Concat(unmade)) await Console.Error.WriteLineAsync($"The library has no file {hash}; where it stands, the site has its words alone.");
            if (isZip) ZipFile.CreateFromDirectory(part, $"{part}.zip");
            if (isZip) File.Move($"{part}.zip", output, overwrite: true);
            else Move(part, output);
            return CommandLine.Done($"/live/{slug} is in {output}, with {shown:N0} pictures and {offprint.Recordings.Count - unmade.Count:N0} recordings.");
        }
        finally
        {
            if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
        }
    }

    // What readers have not looked at yet is made now, so that the site has every size that its pages name.
    private static async Task<Result<IReadOnlySet<string>>> Pictures(MediaAtHand pictures, IReadOnlyCollection<Rendition> named, string folder, CancellationToken cancellation)
    {
        var missing = new HashSet<string>();
        using var progress = new ProgressBar(named.Count);
        var done = 0;
        foreach (var rendition in named)
        {
            progress.Report(done++);
            if (missing.Contains(rendition.Hash)) continue;
            var made = await pictures.Developer.Develop(rendition, cancellation);
            if (made.Busy) return new Refusal(RefusalKind.Busy, $"{pictures.Originals.Trouble ?? "The pictures cannot be had at this moment."} Nothing was written; try again when that is mended.");
            if (made.Path is { } path) await Keep(folder, Offprint.FileOf(Dateline.Public.Pages.Address.Rendition(rendition)), await File.ReadAllBytesAsync(path, cancellation));
            else missing.Add(rendition.Hash);
        }
        return missing;
    }

    private static async Task<Refusal?> Documents(MediaAtHand pictures, Library library, IReadOnlyCollection<DocumentName> named, string folder, CancellationToken cancellation)
    {
        foreach (var document in named)
        {
            // Not everything that an imported post may name is a document: originals of pictures stay here.
            Result<Loan> lent = await library.Find(document.Hash, cancellation) is not LibraryDocument ? new Refusal(RefusalKind.NotFound, "") : await pictures.Originals.Borrow(document.Hash, cancellation);
            if (!lent.Try(out var original, out var refusal))
            {
                if (refusal.Kind == RefusalKind.Busy) return refusal;
                await Console.Error.WriteLineAsync($"The library has no document {document.Hash}; the link to it leads nowhere.");
                continue;
            }
            using var loan = original;
            var path = Path.Combine(folder, Offprint.FileOf(Public.Pages.Address.Document(document)));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(loan.Path, path);
        }
        return null;
    }

    private static List<string> Recordings(MediaAtHand files, IReadOnlyCollection<RecordingName> named, string folder)
    {
        var missing = new List<string>();
        foreach (var recording in named)
        {
            if (files.Folder.FindRecording(recording.Hash, recording.File) is not { } file)
            {
                missing.Add(recording.Hash);
                continue;
            }
            var path = Path.Combine(folder, Offprint.FileOf(Dateline.Public.Pages.Address.Recording(recording.Hash, recording.File)));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
        }
        return missing;
    }

    private static async Task<IReadOnlyList<(string File, DateTimeOffset Ends)>> Ending(Library library, Offprint offprint, CancellationToken cancellation)
    {
        var shown = offprint.Pictures.Select(rendition => (What: "picture", rendition.Hash)).Concat(offprint.Recordings.Select(recording => (What: "recording", recording.Hash)))
            .Concat(offprint.Documents.Select(document => (What: "document", document.Hash)));
        var ending = new List<(string, DateTimeOffset)>();
        foreach (var (what, hash) in shown.Distinct())
            if (await library.Find(hash, cancellation) is { Facts.Details.NotAfter: { } ends }) ending.Add(($"{what} {hash}", ends));
        return ending;
    }

    private static async Task Keep(string folder, string file, byte[] content)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, content);
    }

    private static void Move(string part, string output)
    {
        if (Directory.Exists(output)) Directory.Delete(output);
        Directory.Move(part, output);
    }
}
