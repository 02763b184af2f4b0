using System.Buffers;
using System.Text;
using Dateline.Public.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http;
using Xunit;

namespace Dateline.Public.Tests.Wire;

/// <summary>The law of the door: what it understands, it understands as Kestrel would. Tried on requests that were damaged, cut, doubled and shuffled at random.</summary>
public sealed class RequestHeadFuzzTests
{
    private const int Tries = 200_000;

    private static readonly string[] Seeds =
    [
        "GET /live/storm/stream?after=41&epoch=5f2c HTTP/1.1\r\nHost: news.example.org\r\nLast-Event-ID: 12\r\nConnection: keep-alive\r\nAccept-Encoding: gzip, br;q=0.5\r\n\r\n",
        "GET /live/a-1/stream HTTP/1.0\r\nHost: [::1]:5080\r\nX-Forwarded-For: 203.0.113.9, 10.0.0.1\r\nConnection: close\r\nUser-Agent: x\r\n\r\n",
        "GET /live/storm HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\nIf-None-Match: W/\"5f2c\"\r\nCookie: a=b; c=\"d\"\r\n\r\n",
    ];

    private static readonly string[] Pieces = ["\r\n", "\n", "\r", " ", "\t", ":", ",", "\0", "\u00e9", "Host: y\r\n", "Content-Length: 1\r\n", "Transfer-Encoding: chunked\r\n", "\r\n\r\n", "%2f", "?", "&", "HTTP/1.1", "GET "];

    [Fact]
    public void What_the_door_reads_Kestrel_reads_the_same()
    {
        var seed = Environment.TickCount;
        var chance = new Random(seed);
        var read = 0;
        for (var i = 0; i < Tries; i++)
        {
            var bytes = Damaged(Encoding.Latin1.GetBytes(Seeds[chance.Next(Seeds.Length)]), chance);
            if (!RequestHead.TryRead(bytes, out var head)) continue;
            read++;
            var request = Encoding.Latin1.GetString(bytes);
            var kestrel = Read(bytes, request, seed);
            Assert.True(kestrel.Method == "GET", $"Seed {seed}: {request}");
            Assert.True(kestrel.Target == $"/live/{Text(head.Path)}{(kestrel.Target.Contains('?', StringComparison.Ordinal) ? "?" : "")}{Text(head.Query)}", $"Seed {seed}: {request}");
            Assert.True(kestrel.Fields.GetValueOrDefault("last-event-id", "") == Text(head.LastEventId), $"Seed {seed}: {request}");
            Assert.True(kestrel.Fields.GetValueOrDefault("x-forwarded-for", "") == Text(head.ForwardedFor), $"Seed {seed}: {request}");
            Assert.True(kestrel.Fields.GetValueOrDefault("accept-encoding", "") == Text(head.AcceptEncoding), $"Seed {seed}: {request}");
            Assert.True(kestrel.Fields.GetValueOrDefault("if-none-match", "") == Text(head.IfNoneMatch), $"Seed {seed}: {request}");
            Assert.False(kestrel.Fields.ContainsKey("content-length") || kestrel.Fields.ContainsKey("transfer-encoding") || kestrel.Fields.ContainsKey("expect"), $"Seed {seed}: {request}");
        }
        Assert.True(read > Tries / 100, "Hardly a request was read: the law was not tried.");
    }

    private static byte[] Damaged(byte[] request, Random chance)
    {
        var bytes = request.ToList();
        for (var wounds = chance.Next(3); wounds > 0; wounds--)
        {
            var at = chance.Next(bytes.Count);
            switch (chance.Next(5))
            {
                case 0: bytes[at] = (byte)chance.Next(256); break;
                case 1: bytes.RemoveRange(at, Math.Min(chance.Next(1, 8), bytes.Count - at)); break;
                case 2: bytes.InsertRange(at, Encoding.Latin1.GetBytes(Pieces[chance.Next(Pieces.Length)])); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(chance.Next(1, 40), bytes.Count - at))); break;
                default: bytes[at] = (byte)(bytes[at] ^ 0x20); break;
            }
            if (bytes.Count == 0) bytes.Add(0);
        }
        return [.. bytes];
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    private static Heard Read(byte[] bytes, string request, int seed)
    {
        var heard = new Heard();
        var reader = new SequenceReader<byte>(new ReadOnlySequence<byte>(bytes));
        try
        {
            var parser = new HttpParser<Heard>();
            Assert.True(parser.ParseRequestLine(heard, ref reader) && parser.ParseHeaders(heard, ref reader), $"Seed {seed}: Kestrel waits for more of {request}");
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException exception)
        {
            Assert.Fail($"Seed {seed}: Kestrel refuses ({exception.Message}) what the door read: {request}");
        }
        Assert.True(reader.End, $"Seed {seed}: Kestrel sees another request behind {request}");
        return heard;
    }

    private sealed class Heard : IHttpRequestLineHandler, IHttpHeadersHandler
    {
        public string Method { get; private set; } = "";

        public string Target { get; private set; } = "";

        public Dictionary<string, string> Fields { get; } = new(StringComparer.OrdinalIgnoreCase);

        public void OnStartLine(HttpVersionAndMethod versionAndMethod, TargetOffsetPathLength targetPath, Span<byte> startLine)
        {
            Method = HttpMethods.IsGet(versionAndMethod.Method.ToString().ToUpperInvariant()) ? "GET" : "other";
            var line = Encoding.Latin1.GetString(startLine);
            Target = line.Split(' ')[1];
        }

        public void OnHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => Fields[Text(name)] = Text(value);

        public void OnHeadersComplete(bool endStream)
        {
        }

        public void OnStaticIndexedHeader(int index)
        {
        }

        public void OnStaticIndexedHeader(int index, ReadOnlySpan<byte> value)
        {
        }
    }
}
