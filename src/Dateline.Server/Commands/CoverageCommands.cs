using System.CommandLine;
using System.Text.Json.Nodes;
using Dateline.Core.Coverages;
using Dateline.Core.Outcomes;

namespace Dateline.Server.Commands;

/// <summary><c>dateline coverage</c>: live pages from the command line.</summary>
internal static class CoverageCommands
{
    public static Command Command() => new("coverage", "Live pages.") { Add(), List(), Set() };

    private static Command Add()
    {
        var slug = new Argument<string>("SLUG");
        var headline = new Option<string>("--headline") { Required = true };
        var fields = new Fields();
        var command = new Command("add", "Begin a live page; it is a draft unless --status says otherwise.") { slug, headline, Options.Data, Options.Json };
        fields.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var edit = fields.Read(parsed) with { Headline = parsed.GetValue(headline) };
            return Report(parsed, await Options.Newsroom(parsed).Begin(parsed.GetValue(slug), edit, Options.CommandLineName, cancellation));
        });
        return command;
    }

    private static Command Set()
    {
        var slug = new Argument<string>("SLUG");
        var headline = new Option<string?>("--headline");
        var fields = new Fields();
        var command = new Command("set", "Change what stands at the top of a live page.") { slug, headline, Options.Data, Options.Json };
        fields.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var edit = fields.Read(parsed) with { Headline = parsed.GetValue(headline) };
            return Report(parsed, await Options.Newsroom(parsed).Change(parsed.GetValue(slug)!, async open =>
            {
                if (!open.Coverage.Edit(edit, open.Now).Try(out var next, out var refusal)) return refusal;
                await open.Keep(next, Options.CommandLineName, "edited");
                return (Result<Coverage>)next;
            }, cancellation));
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "All live pages, drafts too.") { Options.Data, Options.Json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var reader = Options.Newsroom(parsed).Read();
            var coverages = await reader.Coverages(cancellation);
            if (parsed.GetValue(Options.Json)) return CommandLine.Done(new JsonArray([.. coverages.Select(Of)]));
            foreach (var coverage in coverages) CommandLine.Done(Line(coverage));
            return 0;
        });
        return command;
    }

    private static int Report(ParseResult parsed, Result<Coverage> result)
    {
        if (!result.Try(out var coverage, out var refusal)) return CommandLine.Failed(refusal);
        return parsed.GetValue(Options.Json) ? CommandLine.Done(Of(coverage)) : CommandLine.Done(Line(coverage));
    }

    private static string Line(Coverage coverage) => $"{coverage.Slug}\t{coverage.Status.Kind.ToString().ToLowerInvariant()}\t{coverage.Header.Headline}";

    private static JsonObject Of(Coverage coverage) => new()
    {
        ["slug"] = coverage.Slug,
        ["status"] = coverage.Status.Kind.ToString().ToLowerInvariant(),
        ["headline"] = coverage.Header.Headline,
    };

    /// <summary>The fields that adding and setting share.</summary>
    private sealed class Fields
    {
        private readonly Option<string?> _standfirst = new("--standfirst");
        private readonly Option<string?> _language = new("--language") { Description = "Such as en-GB." };
        private readonly Option<string?> _zone = new("--time-zone") { Description = "Such as Europe/London." };
        private readonly Option<string?> _status = new("--status") { Description = "draft, upcoming, live, paused or closed." };
        private readonly Option<string?> _note = new("--status-note") { Description = "A sentence for readers about the status." };

        public void AddTo(Command command)
        {
            _status.AcceptOnlyFromAmong("draft", "upcoming", "live", "paused", "closed");
            foreach (var option in new Option[] { _standfirst, _language, _zone, _status, _note }) command.Options.Add(option);
        }

        public CoverageEdit Read(ParseResult parsed) => new()
        {
            Standfirst = parsed.GetValue(_standfirst) is { } standfirst ? standfirst : default(Named<string>),
            Language = parsed.GetValue(_language),
            TimeZone = parsed.GetValue(_zone),
            Status = parsed.GetValue(_status) is { } status ? Enum.Parse<CoverageStatus>(status, ignoreCase: true) : null,
            StatusNote = parsed.GetValue(_note) is { } note ? note : default(Named<string>),
        };
    }
}
