using Dateline.Core.Posts;

namespace Dateline.Import.Tests;

public sealed class CaptureVariantTests
{
    [Fact]
    public void The_older_layout_has_no_times_and_its_captions_in_line()
    {
        var page = Captures.Read("older", date: new DateOnly(2026, 2, 1));

        Assert.Equal("Edited by Nora Quill and Tom Ashby", page.Contributors!.PlainText);
        Assert.Equal([new Byline { Name = "Marta Dunn", Role = "Environment correspondent" }], page.Posts[1].Bylines);
        Assert.Equal(
            [
                "The river peaked at 4.2m this morning.",
                "image  | Dale Picture Desk | The bridge at Dale, seen from the mill",
                "image  |  | Sandbags on Mill Lane",
            ],
            Captures.Short(page.Posts[1]));
        Assert.Equal("video Pupils carry books out of the school", Captures.Short(page.Posts[2].Blocks[0]));
    }

    [Fact]
    public void Unknown_lines_before_the_first_post_are_kept_for_editors_and_named()
    {
        var page = Captures.Read("older", date: new DateOnly(2026, 2, 1));

        Assert.Equal(["Skip to the live page", "Floods in the Lower Dale as the river peaks", "Live Reporting", "All times stated are local"], page.Preamble);
        Assert.Empty(page.Summary);
        Assert.Contains(page.Warnings, warning => warning.Line == 7 && warning.Text.Contains("All times stated are local", StringComparison.Ordinal));
    }

    [Fact]
    public void A_capture_without_indents_or_blank_lines_still_parts_posts_from_lists()
    {
        var page = Captures.Read("flat");

        Assert.Equal(["Lights back on in the north", "Is this picture from today?", "Grid operator apologises"], page.Posts.Select(post => post.Headline));
        Assert.True(page.Posts[0].Breaking);
        Assert.Equal([new Byline { Name = "Jonas Weil", Role = "Energy reporter" }], page.Posts[0].Bylines);
        Assert.Equal(["Power is back in the northern districts.", "What to do now:", "1. Reset your boiler / Check on your neighbours / Keep receipts"], Captures.Short(page.Posts[0]));
        Assert.Equal("Verify", page.Posts[1].Label!.Reads(new Dictionary<string, string>()));
        Assert.Equal("Europe/Paris", page.TimeZone);
    }

    [Fact]
    public void A_capture_cut_off_at_both_ends_loses_nothing()
    {
        var page = Captures.Read("cut-off");

        Assert.Equal(["and that is why the vote was delayed, the speaker said."], page.Preamble);
        Assert.Equal(["Vote delayed again", "Opposition walks out", "Speaker calls for ord"], page.Posts.Select(post => post.Headline));
        Assert.Equal(["The chamber sits again at eight.", "Image caption,"], Captures.Short(page.Posts[0]));
        Assert.Equal((false, page.Posts[1].Time.At), (page.Posts[2].Time.Known, page.Posts[2].Time.At));
        Assert.Contains(page.Warnings, warning => warning.Line == 7);
    }

    [Fact]
    public void Posts_without_numbers_begin_at_their_times_and_a_time_in_a_sentence_is_none()
    {
        var page = Captures.Read("unnumbered");

        Assert.Equal(["A narrow path for the minister", "Doors open"], page.Posts.Select(post => post.Headline));
        Assert.Equal("analysis", page.Posts[0].Label!.Key);
        Assert.Equal(["The hearing begins. It was published at 08:00 last year."], Captures.Short(page.Posts[1]));
    }

    [Fact]
    public void A_post_may_have_no_headline_and_a_headline_alone_is_a_post()
    {
        var page = Captures.Of("  1. published at 10:00 GMT 3 May 2026\n\n    The vote has begun.\n\n  2. Doors openpublished at 09:00 GMT 3 May 2026\n");

        Assert.Equal([null, "Doors open"], page.Posts.Select(post => post.Headline));
        Assert.Equal(["The vote has begun."], Captures.Short(page.Posts[0]));
    }

    [Fact]
    public void Where_the_time_stands_first_the_headline_is_below_it()
    {
        var page = Captures.Of("  1. Posted at 10:00 3 May 2026\n\n    Vote begins in the lower house\n\n    Members are filing in.\n", timeZone: "UTC");

        Assert.Equal("Vote begins in the lower house", page.Posts[0].Headline);
        Assert.Equal(["Members are filing in."], Captures.Short(page.Posts[0]));
    }

    [Fact]
    public void Spaces_that_do_not_break_part_words_in_times_markers_and_names_and_stay_in_sentences()
    {
        var page = Captures.Of("  1. Onepublished at\u00a010:00\u00a0GMT 3\u00a0May 2026\n\n    Lena\u00a0Marsh\n    Harbour\u00a0correspondent\n\n    A quayImage\u00a0source, Agency\n\n    Some 4\u00a0000 people left.\n");

        Assert.Equal("2026-05-03T10:00:00Z", page.Posts[0].PublishedAt);
        Assert.Equal([new Byline { Name = "Lena Marsh", Role = "Harbour correspondent" }], page.Posts[0].Bylines);
        Assert.Equal(["image A quay | Agency | ", "Some 4\u00a0000 people left."], Captures.Short(page.Posts[0]));
    }

    [Fact]
    public void A_time_that_cannot_be_read_is_kept_as_a_paragraph_and_named()
    {
        var page = Captures.Of("  1. Onepublished at 10:00 GMT 3 May 2026\n\n    A.\n\n  2. Twopublished at noon\n\n    B.\n");

        Assert.Equal(["published at noon", "B."], Captures.Short(page.Posts[1]));
        Assert.Equal("Two", page.Posts[1].Headline);
        Assert.Contains(page.Warnings, warning => warning.Line == 5);
    }

    [Fact]
    public void A_paragraph_before_the_next_number_without_a_blank_line_stays_a_paragraph()
    {
        var page = Captures.Of("  1. Onepublished at 10:00 GMT 3 May 2026\n    The map shows the road. It is closed.\n  2. Twopublished at 09:00 GMT 3 May 2026\n    Words.\n");

        Assert.Equal(["The map shows the road. It is closed."], Captures.Short(page.Posts[0]));
    }

    [Fact]
    public void No_word_of_a_capture_is_lost()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "captures"), "*.txt"))
        {
            var text = File.ReadAllText(file);
            var kept = Kept(Captures.Of(text, year: 2026, timeZone: "Europe/London"));
            string[] marks = ["external", "published", "Image", "caption", "source", "Media", "Video", "Copyright", "Breaking", "Summary", "reporting", "from", "By"];
            var lines = text.Split('\n').Select(line => System.Text.RegularExpressions.Regex.Replace(line, @"published at \d.*$|Image source", " "));
            foreach (var word in lines.SelectMany(line => line.Split([' ', ',', ':', '.', '•', '◦'], StringSplitOptions.RemoveEmptyEntries)).Except(marks).Where(word => !char.IsDigit(word[0])))
                Assert.Contains(word, kept, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_capture_cut_off_anywhere_is_read_or_refused_in_a_sentence()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "captures", "harbour.txt"));
        for (var length = 1; length < text.Length; length += 3)
        {
            var read = Importer.Read(System.Text.Encoding.UTF8.GetBytes(text[..length]), new ImportOptions { Now = Captures.Now });
            Assert.True(read.Refusal is null ? read.Value.Posts.Count > 0 : read.Refusal.Sentence.EndsWith('.'));
        }
    }

    private static string Kept(Core.Files.Manuscript page) => string.Join('\n',
        [
            .. page.Preamble, .. page.Summary.Select(point => point.PlainText), page.Contributors?.PlainText, page.Lead?.ToString(),
            .. page.Posts.SelectMany(post => post.Bylines.Select(byline => $"{byline.Name} {byline.Role} {byline.Location}").Concat(Captures.Short(post)).Append(post.Headline).Append(post.Label?.Text ?? post.Label?.Key)),
        ]);
}
