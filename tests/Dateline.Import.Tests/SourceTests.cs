using System.Text;

namespace Dateline.Import.Tests;

public sealed class SourceTests
{
    private const string Post = "  1. Onepublished at 10:00 GMT 3 May 2026\n\n    Zwölf Boote – ✓\n";

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n\t ")]
    public void An_empty_file_is_refused_in_a_sentence(string text) => Assert.Equal("There is nothing in this file.", Captures.Refusal(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_binary_file_is_refused_in_a_sentence() =>
        Assert.StartsWith("This file is not text", Captures.Refusal([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13]), StringComparison.Ordinal);

    [Fact]
    public void Another_encoding_is_refused_with_the_line_of_the_first_byte_at_fault() =>
        Assert.Equal("Line 3 holds a byte (0x92) that is not UTF-8; save the text as UTF-8 and import it again.", Captures.Refusal([.. "One\nTwo\nIt"u8, 0x92, .. "s here"u8]));

    [Fact]
    public void A_text_without_posts_is_refused_in_a_sentence() =>
        Assert.StartsWith("No posts were found", Captures.Refusal("Just a letter to the editor.\n"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public void UTF_8_and_UTF_16_are_read_with_their_marks()
    {
        byte[][] encoded = [Encoding.UTF8.GetBytes(Post), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Post)], [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Post)], [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Post)]];

        Assert.All(encoded, bytes => Assert.Equal(["Zwölf Boote – ✓"], Captures.Short(Importer.Read(bytes, new ImportOptions { Now = Captures.Now }).Value.Posts[0])));
    }

    [Fact]
    public async Task A_file_of_200_MB_is_refused_after_reading_no_more_than_the_bound()
    {
        var endless = new Endless(200L * 1024 * 1024);

        var read = await Importer.ReadAsync(endless, new ImportOptions { Now = Captures.Now }, TestContext.Current.CancellationToken);

        Assert.Equal("This file is larger than 64 MB; import it in parts.", read.Refusal!.Sentence);
        Assert.InRange(endless.Given, 0, Importer.MostBytes + 1024 * 1024);
    }

    [Theory]
    [InlineData("{\"dateline\":1}", SourceFormat.Dateline)]
    [InlineData("  <!DOCTYPE html><p>", SourceFormat.Html)]
    [InlineData("<!-- saved --><html>", SourceFormat.Html)]
    [InlineData(Post, SourceFormat.Capture)]
    public void The_format_is_seen_in_the_first_words(string text, SourceFormat format) => Assert.Equal(format, Importer.Detect(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void What_is_too_large_for_one_post_is_split_with_a_warning_and_nothing_is_lost()
    {
        var paragraphs = Enumerable.Range(1, 450).Select(n => $"Paragraph {n}.").ToList();
        var page = Captures.Of($"  1. Longpublished at 10:00 GMT 3 May 2026\n\n{string.Join("\n\n", paragraphs.Select(text => "    " + text))}\n\n    {string.Join(' ', Enumerable.Repeat("word", 9_000))}\n");

        Assert.Equal(3, page.Posts.Count);
        Assert.Equal(paragraphs, page.Posts.SelectMany(Captures.Short).Take(450));
        Assert.Equal(9_000, page.Posts.SelectMany(Captures.Short).Skip(450).Sum(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Contains(page.Warnings, warning => warning.Line == 1 && warning.Text.Contains("split into 3", StringComparison.Ordinal));
        Assert.All(page.Posts, post => Assert.Equal("2026-05-03T10:00:00Z", post.PublishedAt));
    }

    private sealed class Endless(long length) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            count = (int)Math.Min(count, length - Given);
            buffer.AsSpan(offset, count).Fill((byte)'a');
            Given += count;
            return count;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
