using System.Text.RegularExpressions;
using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Files;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Import.Sources;

namespace Dateline.Import.Captures;

/// <summary>What stands before the first post: the lead, the summary's points, who edited the page. Every other line is kept for editors.</summary>
internal sealed partial class Opening(IReadOnlyList<Line> lines, Remarks remarks)
{
    /// <summary>The most lines kept before the first post.</summary>
    public const int MostLines = 2_000;

    // As much as any one field of a picture may say; longer, it is no lead.
    private const int MostLead = 1_000;

    private readonly LineCursor _cursor = new(lines);
    private readonly List<RichText> _points = [];
    private readonly List<string> _preamble = [];
    private readonly List<string> _credits = [];
    private Block? _lead;

    public static Result<Manuscript> Read(IReadOnlyList<Line> lines, Remarks remarks)
    {
        if (lines.Count(line => !line.IsBlank) > MostLines)
            return new Refusal(RefusalKind.Invalid, $"More than {MostLines:N0} lines stand before the first post; take out what does not belong to the live page.");
        return new Opening(lines, remarks).Read();
    }

    private Manuscript Read()
    {
        var media = new MediaReader(_cursor, remarks);
        while (_cursor.AtLine())
        {
            var line = _cursor.Current;
            var blocks = new List<Block>();
            if (IsSummaryHeading(line.Text)) _cursor.Take();
            else if (media.TakeInto(blocks)) KeepMedia(line, blocks);
            else Keep(_cursor.Take());
        }
        return new Manuscript
        {
            Headline = HeadlineAbove(),
            Lead = _lead,
            Summary = [.. _points],
            Contributors = _credits.Count == 0 ? null : RichText.Plain(string.Join("; ", _credits)),
            Preamble = [.. _preamble],
        };
    }

    private void KeepMedia(Line line, List<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is Paragraph { Text: { } words }) _preamble.Add(words.PlainText);
            else if (_lead is null && WordsOf(block).Length <= MostLead) _lead = block;
            else Unplaced(line.Number, WordsOf(block));
        }
    }

    private static string WordsOf(Block block) => block switch
    {
        Image image => string.Join(" / ", new[] { image.Alt, image.Credit, image.Caption?.PlainText }.Where(part => part is not null)),
        Video video => video.Caption!.PlainText,
        Audio audio => audio.Caption!.PlainText,
        _ => throw new InvalidOperationException($"{block.GetType().Name} is not read from a line of this kind."),
    };

    private void Keep(Line line)
    {
        if (ListItemLine.Of(line) is { Number: null } point && _points.Count < Summary.MostPoints) _points.Add(RichText.Plain(Words.WithoutLinkMarks(point.Text)));
        else if (Credit().IsMatch(line.Text)) _credits.Add(line.Text);
        else if (IsFeedHeading(line.Text)) _preamble.Add(line.Text);
        else Unplaced(line.Number, line.Text);
    }

    private void Unplaced(int line, string text)
    {
        _preamble.Add(text);
        remarks.Add(line, $"This line before the first post was kept for editors: {Remarks.Quote(text)}");
    }

    // A title in the first line, with the summary or the posts announced below it. It is a guess, so the line stays in the preamble too.
    private string? HeadlineAbove()
    {
        var first = lines.FirstOrDefault(line => !line.IsBlank);
        var announced = lines.Any(line => IsSummaryHeading(line.Text) || IsFeedHeading(line.Text));
        if (!announced || first.Text is not { Length: > 20 and <= PostContent.MostHeadline } title) return null;
        if (Words.EndsAsSentence(title) || ListItemLine.Of(first) is not null || Markers.IsAny(title) || Credit().IsMatch(title) || title.Split(' ').Length < 4) return null;
        remarks.Add(first.Number, $"{Remarks.Quote(title)} was taken as the headline.");
        return title;
    }

    private static bool IsSummaryHeading(string text) => text.TrimEnd(':').Equals("Summary", StringComparison.OrdinalIgnoreCase);

    private static bool IsFeedHeading(string text) => text.Equals("Live Reporting", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?:Edited|Reported|Reporting|Written|Compiled|Produced|By) (?:by )?\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Credit();
}
