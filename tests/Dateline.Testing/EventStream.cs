using System.Globalization;
using System.Text.Json;

namespace Dateline.Testing;

/// <summary>An event of a stream; a comment has no name.</summary>
public sealed record StreamEvent(string Name, long? Id, string Data)
{
    public JsonElement Json => JsonElement.Parse(Data);

    public long Seq => Json.GetProperty("seq").GetInt64();
}

/// <summary>The two ways a stream can be held.</summary>
public enum Lane
{
    Door,
    Kestrel,
}

/// <summary>A reader of Server-Sent Events that sees every line, comments too.</summary>
public sealed class EventStream : IDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private EventStream(HttpResponseMessage answer, Stream body) => (_answer, _lines) = (answer, new StreamReader(body));

    public HttpResponseMessage Answer => _answer;

    /// <summary>Which way this stream came: only Kestrel sends a body in pieces.</summary>
    public Lane Lane => _answer.Headers.TransferEncodingChunked == true ? Lane.Kestrel : Lane.Door;

    /// <param name="lane">Which way in: by default the door, as far as the client's connection is a new one.</param>
    public static async Task<EventStream> Open(HttpClient http, string address, long? lastEventId = null, Lane lane = Lane.Door)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Version = http.DefaultRequestVersion, VersionPolicy = http.DefaultVersionPolicy };
        // A field that the door does not deal with.
        if (lane == Lane.Kestrel) request.Headers.TE.ParseAdd("trailers");
        if (lastEventId is { } id) request.Headers.Add("Last-Event-ID", id.ToString(CultureInfo.InvariantCulture));
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new EventStream(answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event or comment; null when the stream has ended.</summary>
    public async Task<StreamEvent?> Next()
    {
        var (name, data, id) = ("message", "", (long?)null);
        while (await _lines.ReadLineAsync().Soon() is { } line)
        {
            if (line.StartsWith(':')) return new StreamEvent("", null, line[1..].Trim());
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line["event: ".Length..];
            else if (line.StartsWith("id: ", StringComparison.Ordinal)) id = long.Parse(line["id: ".Length..], CultureInfo.InvariantCulture);
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line["data: ".Length..];
            else if (line.Length == 0 && data.Length > 0) return new StreamEvent(name, id, data);
        }
        return null;
    }

    /// <summary>The next of these, past all others.</summary>
    public async Task<StreamEvent> Next(string name)
    {
        while (await Next() is { } next)
            if (next.Name == name) return next;
        throw new EndOfStreamException($"The stream, answered {(int)_answer.StatusCode}, ended without “{name}”.");
    }

    /// <summary>The changes up to this number.</summary>
    public async Task<IReadOnlyList<StreamEvent>> ChangesTo(long seq)
    {
        var changes = new List<StreamEvent>();
        while (changes.Count == 0 || changes[^1].Seq < seq) changes.Add(await Next("change"));
        return changes;
    }

    public void Dispose()
    {
        _lines.Dispose();
        _answer.Dispose();
    }
}
