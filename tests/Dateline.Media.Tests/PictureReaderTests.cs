using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Dateline.Core.Outcomes;
using Dateline.Testing;

namespace Dateline.Media.Tests;

/// <summary>Files that somebody sent, honest and hostile.</summary>
public sealed class PictureReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".jpg", "jpeg")]
    [InlineData(".png", "png")]
    [InlineData(".webp", "webp")]
    [InlineData(".avif", "avif")]
    [InlineData(".gif", "gif")]
    public void A_picture_is_what_its_pixels_say_whatever_it_is_called(string ending, string kind)
    {
        var seen = Look(Pictures.In(ending, 300, 200), "statement.pdf").Value;
        Assert.Equal((300, 200, kind), (seen.Width, seen.Height, seen.Kind));
        Assert.Matches("^[0-9a-f]{12}$", seen.Colours);
    }

    [Fact]
    public void A_picture_taken_with_the_camera_on_its_side_has_the_size_it_is_looked_at_in()
    {
        var seen = Look(Pictures.FromPhone(300, 200)).Value;
        Assert.Equal((200, 300), (seen.Width, seen.Height));
    }

    [Fact]
    public void The_four_colours_are_those_of_the_quarters()
    {
        byte[] above = [0, .. Pixels(255, 0, 0), .. Pixels(0, 255, 0)], below = [0, .. Pixels(0, 0, 255), .. Pixels(255, 255, 255)];
        var png = Png(64, 64, [.. Enumerable.Repeat(above, 32).SelectMany(row => row), .. Enumerable.Repeat(below, 32).SelectMany(row => row)]);
        Assert.Equal("f000f000ffff", Look(png).Value.Colours);

        static IEnumerable<byte> Pixels(byte red, byte green, byte blue) => Enumerable.Repeat(new[] { red, green, blue }, 32).SelectMany(pixel => pixel);
    }

    [Fact]
    public void A_drawing_that_can_carry_programs_is_refused_by_name() =>
        Says("SVG", """<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>"""u8.ToArray());

    [Fact]
    public void A_picture_of_a_phone_that_browsers_do_not_show_is_refused_by_name() =>
        Says("HEIC", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[400]]);

    [Theory]
    [InlineData("%PDF-1.7 a document")]
    [InlineData("<!doctype html><title>A page</title>")]
    [InlineData("Words")]
    [InlineData("GIF89a")]
    [InlineData("P6 100000 100000 255 ")]
    public void What_is_no_picture_is_refused(string content) => Says("no picture", Encoding.ASCII.GetBytes(content));

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    [InlineData(".avif")]
    public void A_picture_that_was_cut_off_on_its_way_is_refused_wherever_it_was_cut(string ending)
    {
        var whole = Pictures.In(ending, 400, 300);
        foreach (var share in new[] { 10, 30, 50, 70, 90 })
            Assert.False(Look(whole[..(whole.Length * share / 100)]).Try(out _, out _), $"{share} % of a picture was taken for a picture.");
    }

    [Fact]
    public void A_picture_with_a_type_hidden_behind_another_ones_opening_is_refused() =>
        Assert.NotNull(Look([0xFF, 0xD8, 0xFF, 0xE0, .. "\0\u0010JFIF\0"u8, .. "<svg onload='x()'>"u8]).Refusal);

    [Fact]
    public void A_few_bytes_that_unpack_to_200_megapixels_are_refused_before_they_are_unpacked() =>
        Says("200 megapixels", Png(20_000, 10_000, deflated: Zeros(200_000)));

    [Fact]
    public void A_picture_whose_side_is_longer_than_any_screen_is_refused() => Says("pixels", Png(100_000, 4, deflated: Zeros(1_000)));

    [Fact]
    public void A_picture_that_says_it_is_large_and_is_not_is_refused() => Says("damaged", Png(6_000, 4_000, [0, 1, 2, 3]));

    [Fact]
    public void A_large_picture_stored_in_passes_is_refused_as_it_can_only_be_unpacked_whole()
    {
        var header = Png(8_000, 7_000, deflated: Zeros(1_000), interlaced: true);
        Says("passes", header);
    }

    [Fact]
    public void Damage_anywhere_never_does_worse_than_being_refused()
    {
        var random = new Random(20261124);
        foreach (var ending in new[] { ".jpg", ".png", ".webp", ".avif", ".gif" })
        {
            var whole = Pictures.In(ending, 120, 90);
            for (var i = 0; i < 40; i++)
            {
                var hurt = whole.ToArray();
                for (var j = 0; j < 6; j++) hurt[random.Next(hurt.Length)] = (byte)random.Next(256);
                if (Look(hurt).Try(out var seen, out var refusal)) Assert.InRange((long)seen.Width * seen.Height, 1, PictureReader.MostPixels);
                else Assert.EndsWith(".", refusal.Sentence, StringComparison.Ordinal);
            }
        }
    }

    private void Says(string word, byte[] file) => Assert.Contains(word, Look(file).Refusal!.Sentence, StringComparison.Ordinal);

    private Result<SeenPicture> Look(byte[] content, string name = "picture")
    {
        var file = _folder.File(name);
        File.WriteAllBytes(file, content);
        return PictureReader.Look(file);
    }

    private static byte[] Zeros(int length)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest)) zlib.Write(new byte[length]);
        return packed.ToArray();
    }

    /// <summary>A PNG put together by hand, so that it can lie.</summary>
    private static byte[] Png(int width, int height, byte[]? pixels = null, byte[]? deflated = null, bool interlaced = false)
    {
        if (pixels is not null)
        {
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest)) zlib.Write(pixels);
            deflated = packed.ToArray();
        }
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (8, 2, (byte)(interlaced ? 1 : 0));
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", deflated!), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. content];
        var (length, crc) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc(body));
        return [.. length, .. body, .. crc];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var each in bytes)
        {
            crc ^= each;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
