using System.Text;
using Dateline.Media.Documents;
using Dateline.Testing;

namespace Dateline.Media.Tests;

/// <summary>What is learnt of a PDF, and what is not taken.</summary>
public sealed class DocumentReaderTests : IDisposable
{
    private static readonly string Programs = Environment.GetEnvironmentVariable("PATH")!;

    private readonly TemporaryFolder _folder = new();

    public DocumentReaderTests() => Assert.SkipUnless(Papers.AreHere, Papers.NotHere);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_document_is_known_by_its_pages_and_by_what_it_says_of_itself_and_its_first_page_is_a_picture()
    {
        var pdf = Papers.Pdf(3, "/Title (Gate 4) /Author (Ana Sorrel) /Creator (Writer)");
        var seen = (await Reader().Look(Kept(pdf), CancellationToken.None)).Value;
        Assert.Equal((3, pdf.Length, "Gate 4", "Ana Sorrel", "Writer"), (seen.Pages, seen.Bytes, seen.Title, seen.Author, seen.Program));
        var page = PictureReader.Look(seen.FirstPage).Value;
        Assert.Equal(("png", 1_800), (page.Kind, page.Height));
        Assert.InRange(page.Width, 1_270, 1_274);
    }

    [Fact]
    public async Task What_a_document_says_of_itself_does_not_change_what_is_found_out()
    {
        var seen = (await Reader().Look(Kept(Papers.Pdf(2, "/Title (Gate 4\nPages: 900000\nEncrypted: yes)")), CancellationToken.None)).Value;
        Assert.Equal((2, "Gate 4"), (seen.Pages, seen.Title));
        Assert.Null(seen.Author);
    }

    [Fact]
    public async Task What_is_locked_is_refused_with_a_sentence_of_its_own()
    {
        var refused = await Reader().Look(Kept(Papers.Locked()), CancellationToken.None);
        Assert.Contains("locked", refused.Refusal!.Sentence, StringComparison.Ordinal);
    }

    public static TheoryData<string, string[], string> Acting => new()
    {
        { "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", [], "a script" },
        { "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>", [], "a script" },
        { "/OpenAction << /S /Java#53cript /JS (app.alert\\(1\\)) >>", [], "a script" },
        { "/OpenAction << /S /Launch /F (cmd.exe) >>", [], "a command that starts a program" },
        { "/OpenAction <</S/Launch/F(cmd.exe)>>", [], "a command that starts a program" },
        { "/Names << /EmbeddedFiles << /Names [(a.exe) 7 0 R] >> >>", ["<< /Type /Filespec /F (a.exe) >>"], "another file" },
        { "", [Papers.Packed("9 0 << /S /Launch /F (cmd.exe) >>")], "a command that starts a program" },
        { "", [Papers.Packed($"9 0 << /Title ({new string('x', 3_000_000)}) >> << /S /JavaScript >>")], "a script" },
        { "", [Papers.Packed("9 0 << /Title (Gate 4) >>", "/Filter [/ASCIIHexDecode /FlateDecode]")], "parts that cannot be looked into" },
        { "", [Papers.Packed("9 0 << /Title (Gate 4) >>").Replace("stream\nx", "stream\n-", StringComparison.Ordinal)], "parts that cannot be looked into" },
        { "", [Papers.Packed(new string(' ', 1024 * 1024), times: 130)], "parts that cannot be looked into" },
    };

    [Theory]
    [MemberData(nameof(Acting), DisableDiscoveryEnumeration = true)]
    public async Task What_does_something_by_itself_or_carries_files_along_is_refused_and_the_sentence_says_how_to_be_rid_of_it(string catalog, string[] more, string holds)
    {
        var refused = await Reader().Look(Kept(Papers.Pdf(catalog: catalog, more: more)), CancellationToken.None);
        Assert.Equal($"This document holds {holds}, and readers are sent nothing but pages. Open it, print it to PDF again, and send what comes of that.", refused.Refusal?.Sentence);
        Assert.Empty(Directory.EnumerateFiles(_folder.File("media/arriving")));
    }

    [Fact]
    public async Task Words_about_scripts_links_and_packed_objects_are_no_harm()
    {
        var pdf = Papers.Pdf(2, "/Title (JavaScript and Launch)", catalog: "/OpenAction [5 0 R /Fit]", more: Papers.Packed("9 0 << /A << /S /URI /URI (https://courier.example/docs/JavaScript) >> /B << /S/URI/URI (https://courier.example/Launch) >> >>"));
        Assert.Equal(2, (await Reader().Look(Kept(pdf), CancellationToken.None)).Value.Pages);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("%PDF-1.4\nnothing\n%%EOF\n")]
    public async Task What_is_damaged_is_refused_and_leaves_nothing(string content)
    {
        var refused = await Reader().Look(Kept(content == "cut" ? Papers.CutOff() : Encoding.ASCII.GetBytes(content)), CancellationToken.None);
        Assert.Contains("damaged", refused.Refusal!.Sentence, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.File("media/arriving")));
    }

    [Fact]
    public async Task A_document_of_too_many_pages_is_refused()
    {
        var refused = await Reader().Look(Kept(Papers.Pdf(5_001)), CancellationToken.None);
        Assert.Contains("5,001 pages", refused.Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_poppler_the_sentence_names_what_is_to_be_installed() =>
        Assert.Contains("installs poppler-utils", Reader(programs: _folder.Path).Unable!.Sentence, StringComparison.Ordinal);

    private DocumentReader Reader(string? programs = null) => new(new MediaFolder(_folder.File("media")), new Poppler(programs ?? Programs, TimeProvider.System));

    private string Kept(byte[] pdf)
    {
        var file = _folder.File("sent");
        File.WriteAllBytes(file, pdf);
        return file;
    }
}
