using System.Text.RegularExpressions;
using CsCheck;
using Dateline.Core.Blocks;
using Dateline.Core.Files;
using Dateline.Core.Posts;

namespace Dateline.Import.Tests;

/// <summary>The law that no line of a capture vanishes, however the capture was torn.</summary>
public sealed partial class CaptureLossTests
{
    private static readonly string[] Whole = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "captures"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    // Lines that mean something where they stand, set where they mean something else.
    private static readonly string[] Strays =
    [
        "", "\t", "\u00a0\u00a0", "Summary", "Live Reporting", "Breaking", "Analysis", "Harbour Watch", "Media caption,", "Image caption,", "Image caption: A quay", "Image source, Quay Agency",
        "Copyright: Quay Agency", "A boat at restImage source, Quay Agency", "Audio caption, The horn", "1.", "7.", "  1. Pumps start", "3. Seals fill", "• A point", "    ◦ A point further in", "- A dash",
        "Edited by Wilma Stone", "This page was edited by Wilma Stone", "By Wilma Stone", "Wilma Stone", "Wilma Stone and Karl Reed", "Harbour correspondent, reporting from Quayside", "Quay Newsroom",
        "published at 21:09", "Ferry sailspublished at 21:09 GMT 3 July", "Ferry waitsposted at 9.05pm BST on Friday 3 July 2026 Breaking", "Nothing sailspublished at noon", "12. Late ferrypublished at 23:59",
        "The council said, external. It met again.", "A map of the quay", "A chart showing the tide.",
    ];

    private static readonly Gen<string> Torn = Gen.Select(OneOf(Whole), OneOf("\n", "\r\n"), Gen.Select(Gen.Int[0, 6], Gen.Double.Unit, Gen.Double.Unit, OneOf(Strays)).Array[1, 12])
        .Select((text, ending, tears) => string.Join(ending, tears.Aggregate(text.Split('\n').ToList(), Tear)));

    [Fact]
    public void No_word_of_a_capture_that_was_torn_is_lost() => Torn.Sample(
        text =>
        {
            var read = Importer.Read(System.Text.Encoding.UTF8.GetBytes(text), new ImportOptions { Now = Captures.Now, Slug = "test", Format = SourceFormat.Capture, TimeZone = "Europe/London" });
            if (read.Refusal is { } refusal)
            {
                Assert.True(refusal.Sentence.StartsWith("No posts were found", StringComparison.Ordinal) || string.IsNullOrWhiteSpace(text), refusal.Sentence);
                return;
            }
            var kept = Count(Kept(read.Value));
            foreach (var (word, times) in Count(text)) Assert.True(kept.GetValueOrDefault(word) >= times, $"“{word}” stands {times} times in the capture and was kept {kept.GetValueOrDefault(word)} times.");
        },
        iter: 6_000);

    private const string Heading = "  1. Onepublished at 10:00 GMT 3 May 2026\n\n";

    [Fact]
    public void Items_that_come_half_way_back_out_stay_beside_those_further_in() =>
        Assert.Equal(["• Roads (the coast road / Quay Street)"], Captures.Short(Captures.Of(Heading + "    • Roads\n        ◦ the coast road\n      • Quay Street\n").Posts[0]));

    [Fact]
    public void A_credit_with_nothing_to_credit_is_kept_as_a_paragraph() =>
        Assert.Equal(["Image source, Dale Picture Desk", "Image caption,", "image  |  | Sandbags"], Captures.Short(Captures.Of(Heading + "    Copyright: Dale Picture Desk\n\n    Image caption,\n\n    Image caption: Sandbags\n").Posts[0]));

    [Fact]
    public void A_description_above_a_credit_that_breaks_off_is_a_picture() =>
        Assert.Equal(["image A boat at rest |  | ", "Image source,"], Captures.Short(Captures.Of(Heading + "    A boat at rest\n    Image source,\n").Posts[0]));

    [Fact]
    public void Names_past_the_most_that_a_post_may_have_are_kept_as_a_paragraph()
    {
        var names = Enumerable.Range(0, 24).Select(i => $"Anna Bell{(char)('a' + i)}").ToList();
        var page = Captures.Of(Heading + string.Concat(names.Chunk(4).Select(four => $"    {string.Join(" and ", four)}\n")) + "    Reporters\n\n    Words.\n");

        Assert.Equal(20, page.Posts[0].Bylines.Count);
        Assert.All(names, name => Assert.Contains(name, Kept(page), StringComparison.Ordinal));
    }

    [Fact]
    public void A_description_before_the_first_post_that_is_too_long_for_a_lead_is_kept_for_editors()
    {
        var words = string.Join(' ', Enumerable.Repeat("wave", 400));

        Assert.Equal([$"{words} / Quay Agency"], Captures.Of($"{words}Image source, Quay Agency\n\n{Heading}    Words.\n").Preamble);
    }

    [Fact]
    public void A_post_of_which_only_the_names_were_copied_keeps_them()
    {
        var page = Captures.Of(Heading + "    Lena Marsh\n    Harbour correspondent\n");
        Assert.Equal([("One", 1)], page.Posts.Select(post => (post.Headline!, post.Bylines.Count)));

        page = Captures.Of("  1. published at 10:00 GMT 3 May 2026\n\n    Lena Marsh\n    Harbour correspondent\n");
        Assert.Equal(["Lena Marsh, Harbour correspondent"], Captures.Short(page.Posts[0]));
        Assert.Contains(page.Warnings, warning => warning.Line == 1);
    }

    private static Gen<string> OneOf(params string[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    private static List<string> Tear(List<string> lines, (int Kind, double At, double To, string Stray) tear)
    {
        if (lines.Count < 2) return lines;
        var (at, to) = ((int)(tear.At * (lines.Count - 1)), (int)(tear.To * (lines.Count - 1)));
        switch (tear.Kind)
        {
            case 0: lines.RemoveAt(at); break;
            case 1: lines.Insert(to, lines[at]); break;
            case 2: (lines[at], lines[to]) = (lines[to], lines[at]); break;
            case 3: lines[at] = lines[at][..(int)(tear.To * lines[at].Length)]; break;
            case 4: lines.RemoveAll(string.IsNullOrWhiteSpace); break;
            case 5: lines[at] = lines[at].TrimStart(); break;
            default: lines.Insert(at, tear.Stray); break;
        }
        return lines;
    }

    // What marks a place (who, when, what follows) is understood, not repeated; every other word must come out as often as it went in.
    private static Dictionary<string, int> Count(string text)
    {
        var words = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (Match word in Word().Matches(Mark().Replace(text, " "))) words[word.Value] = words.GetValueOrDefault(word.Value) + 1;
        return words;
    }

    [GeneratedRegex(@"(?:published|posted) at(?: [\d:.]+(?:[ap]m)? (?-i:[A-Z]{2,5}))?|\d[ap]m\b|(?:Image|Media|Video|Audio) (?:source|caption)|copyright|, external|\b(?:published|posted|at|by|and|on|reporting|from|live|breaking|news|summary|edited|am|pm|noon|GMT|BST|CET|British|Summer|Time|Friday|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|May|Jun[e]?|Jul[y]?|Sep(?:t|tember)?|Oct(?:ober)?|Dec(?:ember)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'’-]*")]
    private static partial Regex Word();

    private static string Kept(Manuscript page) => string.Join('\n', page.Preamble
        .Concat(page.Summary.Select(point => point.PlainText))
        .Append(page.Contributors?.PlainText)
        .Append(page.Lead is null ? null : Captures.Short(page.Lead))
        .Concat(page.Posts.SelectMany(Words)));

    private static IEnumerable<string?> Words(PublicPost post) =>
        post.Bylines.Select(byline => $"{byline.Name} {byline.Role} {byline.Location}").Concat(post.Blocks.Select(Words)).Append(post.Headline).Append(post.Label?.Reads(new Dictionary<string, string>()));

    private static string? Words(Block block) => block is Audio audio ? audio.Caption?.PlainText : Captures.Short(block);
}
