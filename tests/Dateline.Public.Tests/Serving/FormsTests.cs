using System.IO.Compression;
using System.Text;
using Dateline.Public.Serving;
using Xunit;

namespace Dateline.Public.Tests.Serving;

/// <summary>A body is compressed when somebody asks for it so, and once.</summary>
public sealed class FormsTests
{
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2_000).Select(n => $"The water at gauge {n % 97} stands at {n * 7_919 % 1_000} centimetres. ")));

    public static TheoryData<ContentEncoding> Coded => [ContentEncoding.Gzip, ContentEncoding.Zstandard, ContentEncoding.Brotli];

    [Theory]
    [MemberData(nameof(Coded))]
    public async Task However_many_ask_at_once_a_form_is_made_once_and_no_other_is(ContentEncoding encoding)
    {
        var forms = Forms.Of(Page);
        Assert.DoesNotContain(Enum.GetValues<ContentEncoding>(), each => each != ContentEncoding.Identity && forms.IsMade(each));
        var got = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => forms.Get(encoding))));
        Assert.All(got, body => Assert.Same(got[0], body));
        Assert.Equal([encoding], Enum.GetValues<ContentEncoding>().Where(each => each != ContentEncoding.Identity && forms.IsMade(each)));
    }

    [Theory]
    [MemberData(nameof(Coded))]
    public async Task A_form_that_was_asked_for_is_pressed_smaller_and_says_the_same(ContentEncoding encoding)
    {
        var forms = Forms.Of(Page);
        var quick = await forms.Get(encoding);
        Assert.False(forms.IsPressed);
        var pressed = await forms.Pressed();
        var best = await pressed.Get(encoding);
        Assert.True(best.Body.Length < quick.Body.Length);
        Assert.Equal(Page, Plain(quick.Body, encoding));
        Assert.Equal(Page, Plain(best.Body, encoding));
        Assert.True(pressed.IsPressed);
    }

    [Fact]
    public async Task A_form_first_asked_for_after_pressing_is_pressed_in_its_turn()
    {
        var forms = Forms.Of(Page);
        await forms.Get(ContentEncoding.Gzip);
        forms = await forms.Pressed();
        var gzip = await forms.Get(ContentEncoding.Gzip);
        await forms.Get(ContentEncoding.Brotli);
        Assert.False(forms.IsPressed);
        forms = await forms.Pressed();
        Assert.True(forms.IsPressed);
        Assert.Same(gzip, await forms.Get(ContentEncoding.Gzip));
    }

    [Fact]
    public async Task What_is_short_stays_plain()
    {
        byte[] word = [.. "ok"u8];
        var form = await Forms.Of(word).Get(ContentEncoding.Brotli);
        Assert.Same(word, form.Body);
        Assert.Null(form.Coding);
    }

    private static byte[] Plain(byte[] body, ContentEncoding encoding)
    {
        if (encoding == ContentEncoding.Zstandard)
        {
            using var zstandard = new ZstdSharp.Decompressor();
            return zstandard.Unwrap(body).ToArray();
        }
        using var input = new MemoryStream(body);
        using Stream stream = encoding == ContentEncoding.Gzip ? new GZipStream(input, CompressionMode.Decompress) : new BrotliStream(input, CompressionMode.Decompress);
        using var output = new MemoryStream();
        stream.CopyTo(output);
        return output.ToArray();
    }
}
