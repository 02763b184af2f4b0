using System.Globalization;

namespace Dateline.Load;

/// <summary>What one run does: who reads, what is published and how fast, and which server is watched. Every property is an argument (<c>--readers 10000</c>).</summary>
internal sealed record Plan
{
    /// <summary>The stream. <c>{page}</c> becomes the reader's page (0, 1, 2 …), <c>{last}</c> what the reader has: the newest number it saw, counted from <see cref="Offset"/>.</summary>
    public string Url { get; init; } = "";

    public int Readers { get; init; } = 100;

    /// <summary>How many pages the readers are spread over, and the events with them, in turn.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>How many threads read.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How many readers may be connecting at once.</summary>
    public int Connecting { get; init; } = 128;

    /// <summary>So many of the readers stop reading once their stream is open. They are not counted among those who should receive.</summary>
    public int Stalled { get; init; }

    /// <summary>0: bare sockets and HTTP/1.1. 1 or 2: that version of HTTP through .NET's own client, with TLS where the address says https; for some hundreds of readers.</summary>
    public int Http { get; init; }

    /// <summary>Where events are published; <c>{page}</c> as above. None are, when empty.</summary>
    public string Publish { get; init; } = "";

    /// <summary>Headers of the request that publishes, each as <c>Name: value</c>.</summary>
    public string[] Headers { get; init; } = [];

    /// <summary>What is published: <c>{mark}</c> becomes the event's number and time, <c>{pad}</c> filling up to <see cref="Size"/> bytes.</summary>
    public string Body { get; init; } = "{mark} {pad}";

    public int Size { get; init; } = 1_024;

    /// <summary>Events that are published before anybody reads: what a reader missed who connects now.</summary>
    public int Before { get; init; }

    /// <summary>The number that the server gives to what comes before the first event; see <see cref="Url"/>.</summary>
    public long Offset { get; init; }

    /// <summary>Events that are published back to back before all others and left out of the figures: what stalled readers leave unread.</summary>
    public int Fill { get; init; }

    /// <summary>Events that are published but left out of the figures.</summary>
    public int Warmup { get; init; } = 2;

    /// <summary>Events that the figures are of.</summary>
    public int Events { get; init; } = 20;

    /// <summary>Milliseconds from event to event; 0 for the next as soon as the last is answered.</summary>
    public int Interval { get; init; } = 1_000;

    /// <summary>Never more than so many events that somebody has not received; 0 for no such limit. The honest form of "back to back": answering early gains nothing.</summary>
    public int Window { get; init; }

    /// <summary>Whether all readers then lose their connection at once, and all come back at once two seconds later, while <see cref="StormEvents"/> are published.</summary>
    public bool Storm { get; init; }

    public int StormEvents { get; init; } = 100;

    public int StormInterval { get; init; } = 30;

    /// <summary>The server's process, with its children: what its processor time and memory are read from.</summary>
    public int Pid { get; init; }

    /// <summary>The name that the server's sending threads begin with; their processor time is told apart.</summary>
    public string Senders { get; init; } = "";

    /// <summary>Seconds of quiet after the last reader has connected, before memory is read.</summary>
    public int Settle { get; init; } = 1;

    /// <summary>Seconds of quiet after the events, before memory is read again.</summary>
    public int Stay { get; init; } = 1;

    /// <summary>Seconds after all readers have left before memory is read; 0 not to.</summary>
    public int Leave { get; init; }

    /// <summary>Seconds to wait for whatever should come.</summary>
    public int Patience { get; init; } = 30;

    /// <summary>The stream that a reader asks for.</summary>
    public string Stream(int reader, long last) => Url
        .Replace("{page}", (reader % Pages).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{last}", (Offset + last).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>How many readers of a page should receive an event: the stalled ones, who come first, are not waited for.</summary>
    public int ReadersOf(int page) => Math.Max(0, (Readers - page + Pages - 1) / Pages) - Math.Max(0, (Stalled - page + Pages - 1) / Pages);
}
