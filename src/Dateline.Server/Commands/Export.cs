using System.CommandLine;
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
        var command = new Command("export", "Write a live page to a file: published and withdrawn posts, no drafts.") { slug, format, output, url, Options.Data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(url) is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var site) && site.Scheme is "http" or "https")) result.AddError("--url is written as https://news.example.org.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(format) == "site") return await ExportSite.Run(parsed, parsed.GetValue(slug)!, parsed.GetValue(output)!, parsed.GetValue(url), cancellation);
            await using var reader = Options.Newsroom(parsed).Read();
            if (await reader.Manuscript(parsed.GetValue(slug)!, cancellation) is not { } manuscript) return CommandLine.Failed($"There is no live page “{parsed.GetValue(slug)}”.");
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
}
