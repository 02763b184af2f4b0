using System.Globalization;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Dateline.Core.Blocks;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Import.Assembly;

namespace Dateline.Import.Pages;

/// <summary>Reads one post of a LiveBlogPosting.</summary>
internal sealed class UpdateReader(LinkedData data, People people, BodyContext context, ImportOptions options)
{
    // Publishing systems save a post again within the minute; only a later change is an update to tell readers of.
    private static readonly TimeSpan SameSaving = TimeSpan.FromMinutes(1);

    private readonly HtmlParser _parser = new();
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone ?? "UTC");
    private bool _warnedOfZone;
    private ShownTime? _last;

    public FoundPost Read(JsonElement update, int place)
    {
        var time = TimeOf(update, place);
        var modified = update.Text("dateModified") is { } changed ? Time(changed) : null;
        return new FoundPost
        {
            SourceName = update.Text("@id", "url", "identifier"),
            Headline = PlainWords.Of(update.Text("headline", "name", "alternativeHeadline")),
            Bylines = [.. people.Of(update)],
            Time = time,
            UpdatedAt = time.Known && modified is { Known: true } later && later.At - time.At > SameSaving ? later.At : null,
            Blocks = Blocks(update),
        };
    }

    // A post without a time stands with its neighbour, which keeps the source's order, and shows that day only.
    private ShownTime TimeOf(JsonElement update, int place)
    {
        var written = update.Text("datePublished", "dateCreated", "dateModified", "uploadDate");
        if (written is not null && Time(written) is { } time)
        {
            _last = time;
            return time;
        }
        context.Remark($"Post {place:N0} has no time that can be read ({written ?? "none"}); it keeps its place and shows its day only.");
        return (_last ?? DayGiven()) with { Known = false };
    }

    private ShownTime DayGiven() => new((options.Date is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : options.Now.ToUniversalTime()), Known: false);

    private List<Block> Blocks(JsonElement update)
    {
        string[] bodies = ["articleBody", "text", "description"];
        var body = bodies.Select(property => data.All(update, property).Where(text => text.ValueKind == JsonValueKind.String).ToList()).FirstOrDefault(texts => texts.Count > 0);
        var blocks = body is null ? [] : body.SelectMany(text => Body(text.GetString()!)).ToList();
        var shown = blocks.OfType<Image>().Select(image => image.SourceUrl).Concat(blocks.OfType<Video>().Select(video => video.Url)).ToHashSet();
        blocks.AddRange(Pictures.Of(update, data, context).Where(block => block is not Image { SourceUrl: var source } || shown.Add(source)).Where(block => block is not Video { Url: { } url } || shown.Add(url)));
        return blocks;
    }

    private List<Block> Body(string body)
    {
        if (Nesting.IsTooDeep(body)) return TooDeep(body);
        if (IsHtml(body)) return [.. BodyHtml.Read(_parser.ParseDocument($"<!doctype html><body>{body}").Body!, context)];
        var paragraphs = body.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(PlainWords.Of).OfType<string>();
        return [.. paragraphs.Select(words => new Paragraph { Text = RichText.Plain(words) })];
    }

    // Such a body was not written by anybody; its characters are kept as they stand, tags and all.
    private List<Block> TooDeep(string body)
    {
        context.Remark("The elements of a post are nested too deep to be read; it was kept as plain text.");
        return [new Paragraph { Text = RichText.Plain(body) }];
    }

    // A tag, not a lone "<" as in "turnout < 40%".
    private static bool IsHtml(string body)
    {
        for (var at = body.IndexOf('<', StringComparison.Ordinal); at >= 0; at = body.IndexOf('<', at + 1))
            if (at + 1 < body.Length && (char.IsAsciiLetter(body[at + 1]) || body[at + 1] is '/' or '!') && body.IndexOf('>', at) > 0) return true;
        return false;
    }

    private ShownTime? Time(string written)
    {
        if (ShownTime.TryParse(written, known: true, out var time)) return time;
        // A time without an offset is read in the zone given, as one copied from the page would be.
        if (!DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return null;
        if (options.TimeZone is null && !_warnedOfZone)
        {
            _warnedOfZone = true;
            context.Remark("The times name no zone and were read as UTC; give --time-zone if they are local.");
        }
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new ShownTime(new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime());
    }
}
