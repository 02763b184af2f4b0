using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Dateline.Core.Coverages;
using Dateline.Core.Files;
using Dateline.Core.Outcomes;
using Dateline.Desk.Media;
using Dateline.Import;
using Dateline.Storage.Imports;
using Dateline.Storage.Media;

namespace Dateline.Server.Commands;

/// <summary><c>dateline import</c>: a whole live page from a capture, a saved web page, or our own export.</summary>
internal static class Import
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "The source, or - for standard input." };
        var slug = new Option<string?>("--slug") { Description = "The live page's address; otherwise the source's own, or made of the file's name." };
        var format = new Option<string?>("--format") { Description = "capture, html or dateline; detected when absent." };
        format.AcceptOnlyFromAmong("capture", "html", "dateline");
        var year = new Option<int?>("--year") { Description = "The year of the newest post, for dates without one." };
        var date = new Option<string?>("--date") { Description = "The day of the newest post (YYYY-MM-DD), for times without a date." };
        var zone = new Option<string?>("--time-zone") { Description = "The zone of times that name none, such as Europe/London." };
        var headline = new Option<string?>("--headline") { Description = "A headline in place of the source's." };
        var status = new Option<string?>("--status") { Description = "draft, upcoming, live, paused or closed; live when absent, but an export of ours says its own." };
        status.AcceptOnlyFromAmong("draft", "upcoming", "live", "paused", "closed");
        var media = new Option<string?>("--media") { Description = "The folder of originals that export --media wrote; pictures that the library does not have are taken from there." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and check the source; change nothing." };
        var command = new Command("import", "Bring a whole live page in.") { file, slug, format, year, date, zone, headline, status, media, dryRun, Options.Data, Options.Json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is ['-', _, ..] unknown) result.AddError($"import has no option {unknown}.");
            if (result.GetValue(date) is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                result.AddError("--date is written as 2026-11-23.");
            if (result.GetValue(year) is not null && result.GetValue(date) is not null) result.AddError("Give --year or --date, not both.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var name = parsed.GetValue(file)!;
            var options = new ImportOptions
            {
                Format = parsed.GetValue(format) is { } chosen ? Enum.Parse<SourceFormat>(chosen, ignoreCase: true) : null,
                Slug = parsed.GetValue(slug),
                Headline = parsed.GetValue(headline),
                Year = parsed.GetValue(year),
                Date = parsed.GetValue(date) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
                TimeZone = parsed.GetValue(zone),
                Now = TimeProvider.System.GetUtcNow(),
            };
            if (Directory.Exists(name)) return CommandLine.Failed($"{name} is a folder; give the file to import.");
            if (name != "-" && !File.Exists(name)) return CommandLine.Failed($"There is no file {name}.");
            await using var source = name == "-" ? Console.OpenStandardInput() : File.OpenRead(name);
            options = options with { SlugOtherwise = SlugOf(name) };
            if (!(await Importer.ReadAsync(source, options, cancellation)).Try(out var manuscript, out var refusal)) return CommandLine.Failed(refusal);

            var stands = parsed.GetValue(status) is { } given ? Enum.Parse<CoverageStatus>(given, ignoreCase: true) : manuscript.Status ?? CoverageStatus.Live;
            var landing = new Landing(manuscript.Slug ?? "imported", stands, Options.CommandLineName)
            {
                Headline = parsed.GetValue(headline),
            };
            if (!landing.Coverage(manuscript, options.Now).Try(out _, out refusal)) return CommandLine.Failed(refusal);
            if (!parsed.GetValue(dryRun))
            {
                // Before the page: nobody opens one whose pictures are on their way.
                if (parsed.GetValue(media) is { } folder && await ReadPictures(parsed, manuscript, folder, cancellation) is { } untaken) return CommandLine.Failed(untaken);
                using var progress = new ProgressBar(manuscript.Posts.Count);
                if (!(await new Staging(Options.Newsroom(parsed)).Bring(manuscript, landing, progress, cancellation)).Try(out _, out refusal)) return CommandLine.Failed(refusal);
            }
            return Report(manuscript, landing.Slug, parsed.GetValue(Options.Json), parsed.GetValue(dryRun));
        });
        return command;
    }

    private static async Task<Refusal?> ReadPictures(ParseResult parsed, Manuscript manuscript, string folder, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder)) return new Refusal(RefusalKind.Invalid, $"There is no folder {folder}.");
        if (!(await MediaAtHand.Open(parsed, cancellation)).Try(out var pictures, out var refusal)) return refusal;
        using var atHand = pictures;
        using var newsroom = Options.Newsroom(parsed);
        using var desk = new HandIn(newsroom, pictures.Folder, pictures.Originals, pictures.Settings.Desk.Programs, TimeProvider.System);
        if (!(await MediaFiles.Read(manuscript, folder, desk, new Library(newsroom), cancellation)).Try(out var missing, out refusal)) return refusal;
        foreach (var hash in missing) await Console.Error.WriteLineAsync($"The file {hash} is neither in the library nor in {folder}; readers have its words alone.");
        return null;
    }

    private static string? SlugOf(string file)
    {
        var slug = new string([.. Path.GetFileNameWithoutExtension(file).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
        while (slug.Contains("--", StringComparison.Ordinal)) slug = slug.Replace("--", "-", StringComparison.Ordinal);
        slug = slug.Trim('-');
        return Slug.IsValid(slug) ? slug : null;
    }

    private static int Report(Manuscript manuscript, string slug, bool json, bool dryRun)
    {
        var (posts, blocks) = (manuscript.Posts.Count, manuscript.Posts.Sum(post => post.Blocks.Count));
        if (json)
        {
            return CommandLine.Done(new JsonObject
            {
                ["coverage"] = slug,
                ["posts"] = posts,
                ["blocks"] = blocks,
                ["warnings"] = new JsonArray([.. manuscript.Warnings.Select(warning => new JsonObject { ["line"] = warning.Line, ["text"] = warning.Text })]),
            });
        }
        foreach (var warning in manuscript.Warnings) Console.Error.WriteLine(warning.Line > 0 ? $"line {warning.Line}: {warning.Text}" : warning.Text);
        return CommandLine.Done($"{(dryRun ? "Would import" : "Imported")} {posts:N0} posts with {blocks:N0} blocks as /live/{slug}.");
    }
}
