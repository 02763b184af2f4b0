using System.Text;
using Dateline.Load.Readers;

namespace Dateline.Load.Tests.Readers;

public sealed class ChunksTests
{
    [Fact]
    public void A_chunked_body_is_whole_again_wherever_it_is_cut()
    {
        var bytes = Encoding.ASCII.GetBytes("5\r\nhello\r\n1A;name=value\r\n, this is twenty-six bytes\r\n0\r\n\r\n");
        for (var cut = 0; cut <= bytes.Length; cut++)
            Assert.Equal("hello, this is twenty-six bytes", Body(new Chunks(isChunked: true), bytes[..cut], bytes[cut..]));
    }

    [Fact]
    public void A_body_without_chunks_passes_through() =>
        Assert.Equal("5\r\nhello", Body(new Chunks(isChunked: false), Encoding.ASCII.GetBytes("5\r\n"), Encoding.ASCII.GetBytes("hello")));

    private static string Body(Chunks chunks, params byte[][] pieces)
    {
        var body = new StringBuilder();
        foreach (var each in pieces)
        {
            ReadOnlySpan<byte> bytes = each;
            while (chunks.Next(ref bytes, out var piece)) body.Append(Encoding.ASCII.GetString(piece));
        }
        return body.ToString();
    }
}
