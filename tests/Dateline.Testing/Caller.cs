using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dateline.Testing;

/// <summary>A client that says exactly what it is told to, and keeps what it hears.</summary>
public sealed class Caller : IDisposable
{
    private readonly TcpClient _client;
    private readonly List<byte> _heard = [];
    private readonly byte[] _buffer = new byte[16 * 1024];

    private Caller(TcpClient client) => _client = client;

    /// <param name="from">The address to come from; one of 127.0.0.0/8.</param>
    public static async Task<Caller> Connects(Uri server, string? from = null)
    {
        var client = from is null ? new TcpClient() : new TcpClient(new IPEndPoint(IPAddress.Parse(from), 0));
        client.NoDelay = true;
        await client.ConnectAsync(server.Host, server.Port);
        return new Caller(client);
    }

    public async Task Says(string words) => await _client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(words));

    /// <summary>Everything heard so far, once these words are in it.</summary>
    public async Task<string> HearsUntil(string words)
    {
        while (!Text.Contains(words, StringComparison.Ordinal)) await Hear($"“{words}”");
        return Text;
    }

    /// <summary>The next answer that says how long it is: its head's lines, and its body as it came.</summary>
    public async Task<(IReadOnlyList<string> Head, byte[] Body)> Hears()
    {
        while (!Text.Contains("\r\n\r\n", StringComparison.Ordinal)) await Hear("an answer");
        var lines = Text[..Text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n");
        var head = lines.Sum(line => line.Length + 2) + 2;
        var length = lines.FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal)) is { } said ? int.Parse(said["Content-Length: ".Length..], CultureInfo.InvariantCulture) : 0;
        while (_heard.Count < head + length) await Hear("the rest of a body");
        var body = _heard.GetRange(head, length).ToArray();
        _heard.RemoveRange(0, head + length);
        return (lines, body);
    }

    public void Dispose() => _client.Dispose();

    private string Text => Encoding.Latin1.GetString([.. _heard]);

    private async Task Hear(string awaited)
    {
        var read = await _client.GetStream().ReadAsync(_buffer).AsTask().Soon();
        if (read == 0) throw new EndOfStreamException($"The server ended before {awaited}: {Text}");
        _heard.AddRange(_buffer.AsSpan(0, read));
    }
}
