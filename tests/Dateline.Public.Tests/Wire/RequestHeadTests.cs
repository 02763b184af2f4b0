using System.Text;
using Dateline.Public.Wire;
using Xunit;

namespace Dateline.Public.Tests.Wire;

/// <summary>The door understands one shape of request; whatever else comes is Kestrel's.</summary>
public sealed class RequestHeadTests
{
    private const string Browser =
        "GET /live/storm/stream?after=41&epoch=5f2c HTTP/1.1\r\nHost: news.example.org\r\nConnection: keep-alive\r\nsec-ch-ua: \"Chromium\";v=\"150\", \"Not)A;Brand\";v=\"8\"\r\n"
        + "User-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\nAccept: text/event-stream\r\nSec-Fetch-Site: same-origin\r\nAccept-Encoding: gzip, deflate, br, zstd\r\nAccept-Language: en-GB,en;q=0.9\r\n\r\n";

    [Fact]
    public void A_browsers_call_for_a_stream_is_understood()
    {
        Assert.True(RequestHead.TryRead(Encoding.ASCII.GetBytes(Browser), out var head));
        Assert.True(StreamCall.TryRead(head, out var call));
        Assert.Equal("storm", Encoding.ASCII.GetString(call.Slug));
        Assert.Equal(41, call.Position);
        Assert.Equal("5f2c", Encoding.ASCII.GetString(call.Epoch));
    }

    [Fact]
    public void What_a_native_client_remembers_wins_over_its_address()
    {
        Assert.True(RequestHead.TryRead("GET /live/storm/stream?after=1 HTTP/1.1\r\nHost: x\r\nlast-event-id: 42\r\n\r\n"u8, out var head));
        Assert.True(StreamCall.TryRead(head, out var call));
        Assert.Equal(42, call.Position);
    }

    [Theory]
    [InlineData("POST /live/storm/stream HTTP/1.1\r\nHost: x\r\n\r\n", "another method")]
    [InlineData("GET /live/storm/stream HTTP/1.1\r\n\r\n", "no host")]
    [InlineData("GET /live/storm/stream HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "two hosts")]
    [InlineData("GET /live/storm/stream HTTP/1.1\r\nHost: x\r\n\r\nGET /", "more than one request")]
    [InlineData("GET /live/storm/stream HTTP/1.1\r\nHost: x\r\n", "not whole yet")]
    [InlineData("GET /live/storm/stream HTTP/2.0\r\nHost: x\r\n\r\n", "another version")]
    [InlineData("GET  /live/storm/stream HTTP/1.1\r\nHost: x\r\n\r\n", "two spaces")]
    [InlineData("GET /live/storm/../x HTTP/1.1 HTTP/1.1\r\nHost: x\r\n\r\n", "a space in the address")]
    [InlineData("GET /live/st%6frm/stream HTTP/1.1\r\nHost: x\r\n\r\n", "an escape")]
    [InlineData("GET /live/storm/stream HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n", "a body")]
    [InlineData("GET /live/storm/stream HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", "a body in pieces")]
    [InlineData("GET /live/storm/stream HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\n\r\n", "an upgrade")]
    [InlineData("GET /live/storm/stream HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n", "an expectation")]
    [InlineData("GET /live/storm/stream HTTP/1.1\r\nHost : x\r\n\r\n", "a space before the colon")]
    [InlineData("GET /live/storm/stream HTTP/1.1\r\nHost: x\r\n folded: y\r\n\r\n", "a folded line")]
    [InlineData("GET /live/storm/stream HTTP/1.1\nHost: x\r\n\r\n", "a bare line feed")]
    [InlineData("GET /live/storm/stream HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n", "a bare return")]
    [InlineData("GET /live/storm/stream HTTP/1.1\r\nHost: x\r\nA: b\0c\r\n\r\n", "a zero byte")]
    [InlineData("GET /live/storm/stream HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 1.2.3.4\r\nX-Forwarded-For: 5.6.7.8\r\n\r\n", "two forwarded addresses")]
    [InlineData("\u0016\u0003\u0001 a TLS greeting", "another protocol")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HTTP/2")]
    public void Anything_else_is_left_to_Kestrel(string request, string why) => Assert.False(RequestHead.TryRead(Encoding.Latin1.GetBytes(request), out _), why);

    [Theory]
    [InlineData("/live/storm/stream?after=")]
    [InlineData("/live/storm/stream?after=-1")]
    [InlineData("/live/storm/stream?after=1&after=2")]
    [InlineData("/live/storm/stream?after=9999999999999999999")]
    [InlineData("/live/storm/stream?later=1")]
    [InlineData("/live/storm/stream?after=1&")]
    [InlineData("/live/Storm/stream")]
    [InlineData("/live//stream")]
    [InlineData("/live/storm/posts/stream")]
    [InlineData("/live/storm/stream/")]
    [InlineData("/live/storm")]
    public void A_call_that_is_not_quite_one_is_left_to_Kestrel(string target)
    {
        var isHead = RequestHead.TryRead(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n"), out var head);
        Assert.False(isHead && StreamCall.TryRead(head, out _));
    }

    [Fact]
    public void A_head_with_too_many_fields_is_left_to_Kestrel()
    {
        var fields = string.Concat(Enumerable.Range(0, 64).Select(i => $"X-{i}: y\r\n"));
        Assert.False(RequestHead.TryRead(Encoding.ASCII.GetBytes($"GET /live/storm/stream HTTP/1.1\r\nHost: x\r\n{fields}\r\n"), out _));
    }
}
