using System.CommandLine;
using Dateline.Core.Files;
using Dateline.Core.Outcomes;
using Dateline.Import.Files;

namespace Dateline.Server.Commands;

/// <summary><c>dateline export</c>: a whole live page as a file of our own, which <c>import</c> takes back exactly, or as a site that needs no server.</summary>
internal static class Export
{
    public static Command Command()
    {
        var slug = new Argument<string>("SLUG");
        var format = new Option<string>("--format") { Description = "json, which import takes back; site, pages and pictures that need no server.", Required = true };
        format.AcceptOnlyFromAmong("json", "site");
        var output = new Option<string>("--out") { Description = "The file, or - for standard output; for a site a folder, or a file that ends with .zip.", Required = true };
        var url = new Option<string?>("--url") { Description = "For a site: where it is going to stand; otherwise DATELINE_PUBLICURL." };
        var media = new Option<string?>("--media") { Description = "For json: a folder to lay the originals of its pictures in, for import --media in another newsroom. They may say where they were taken." };
        var command = new Command("export", "Write a live page to a file: published and withdrawn posts, no drafts.") { slug, format, output, url, media, Options.Data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(url) is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var site) && site.Scheme is "http" or "https")) result.AddError("--url is written as https://news.example.org.");
            if (result.GetValue(media) is not null && result.GetValue(format) == "site") result.AddError("A site has its pictures; --media goes with json.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(format) == "site") return await ExportSite.Run(parsed, parsed.GetValue(slug)!, parsed.GetValue(output)!, parsed.GetValue(url), cancellation);
            await using var reader = Options.Newsroom(parsed).Read();
            if (await reader.Manuscript(parsed.GetValue(slug)!, cancellation) is not { } manuscript) return CommandLine.Failed($"There is no live page “{parsed.GetValue(slug)}”.");
            if (parsed.GetValue(media) is { } folder && await WritePictures(parsed, manuscript, folder, cancellation) is { } refusal) return CommandLine.Failed(refusal);
            var name = parsed.GetValue(output)!;
            if (name == "-")
            {
                await using var standard = Console.OpenStandardOutput();
                DatelineFile.Write(manuscript, standard);
                return 0;
            }
            // Written beside and moved into place, so that a failed export leaves the old file as it was.
            var draft = $"{name}.part";
            await using (var file = File.Create(draft)) DatelineFile.Write(manuscript, file);
            File.Move(draft, name, overwrite: true);
            return 0;
        });
        return command;
    }

    private static async Task<Refusal?> WritePictures(ParseResult parsed, Manuscript manuscript, string folder, CancellationToken cancellation)
    {
        if (!(await MediaAtHand.Open(parsed, cancellation)).Try(out var pictures, out var refusal)) return refusal;
        using var atHand = pictures;
        if (!(await MediaFiles.Write(manuscript, folder, pictures, cancellation)).Try(out var missing, out refusal)) return refusal;
        foreach (var hash in missing) await Console.Error.WriteLineAsync($"The library has no original {hash}.");
        return null;
    }
}
