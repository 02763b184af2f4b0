using System.CommandLine;
using Dateline.Import.Files;

namespace Dateline.Server.Commands;

/// <summary><c>dateline export</c>: a whole live page as a file of our own, which <c>import</c> takes back exactly.</summary>
internal static class Export
{
    public static Command Command()
    {
        var slug = new Argument<string>("SLUG");
        var format = new Option<string>("--format") { Description = "json.", Required = true };
        format.AcceptOnlyFromAmong("json");
        var output = new Option<string>("--out") { Description = "The file, or - for standard output.", Required = true };
        var command = new Command("export", "Write a live page to a file: published and withdrawn posts, no drafts.") { slug, format, output, Options.Data };
        command.SetAction(async (parsed, cancellation) =>
        {
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
