using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Dateline.Load.Events;

/// <summary>Publishes events through a server's API, one at a time, each when the one before is answered and its own time has come.</summary>
internal sealed class Publisher : IDisposable
{
    private readonly Plan _plan;
    private readonly Ledger _ledger;
    private readonly HttpClient _client = new(new SocketsHttpHandler { SslOptions = Trust.Options, UseProxy = false });
    private readonly string _filling;
    private int _next = 1;

    public Publisher(Plan plan, Ledger ledger)
    {
        (_plan, _ledger) = (plan, ledger);
        var bare = plan.Body.Replace("{mark}", new Mark(1_000, Stopwatch.GetTimestamp()).ToString(), StringComparison.Ordinal).Replace("{pad}", "", StringComparison.Ordinal);
        _filling = string.Concat(Enumerable.Repeat("The gauge at the quay has risen again. ", plan.Size / 39 + 1))[..Math.Max(0, plan.Size - bare.Length)];
        foreach (var header in plan.Headers.Select(header => header.Split(':', 2)).Where(pair => !IsOfContent(pair[0]))) _client.DefaultRequestHeaders.Add(header[0], header[1].Trim());
    }

    /// <summary>Why the first event that was not accepted was not.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Publishes so many; the round trip of each, in milliseconds.</summary>
    /// <param name="expected">How many readers of a page should receive each.</param>
    /// <param name="window">Never more than so many that somebody has not received; 0 for no limit.</param>
    public List<double> Publish(int count, int interval, int window, Func<int, int> expected)
    {
        var trips = new List<double>(count);
        var begun = Stopwatch.GetTimestamp();
        var complete = _ledger.Complete;
        for (var n = 0; n < count; n++)
        {
            if (interval > 0) WaitUntil(begun, n * interval);
            else if (window > 0 && !_ledger.WaitFor(complete + n + 1 - window, TimeSpan.FromSeconds(_plan.Patience))) return trips;
            trips.Add(PublishOne(expected));
        }
        return trips;
    }

    private double PublishOne(Func<int, int> expected)
    {
        var number = _next++;
        var page = number % _plan.Pages;
        var posted = _ledger[number];
        posted.Expected = expected(page);
        var sentAt = posted.SentAt = Stopwatch.GetTimestamp();
        var body = _plan.Body.Replace("{mark}", new Mark(number, sentAt).ToString(), StringComparison.Ordinal).Replace("{pad}", _filling, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, _plan.Publish.Replace("{page}", page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        if (_plan.Headers.FirstOrDefault(header => IsOfContent(header.Split(':')[0])) is { } type) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type.Split(':', 2)[1].Trim());
        using var answer = _client.Send(request);
        var trip = Stopwatch.GetElapsedTime(sentAt).TotalMilliseconds;
        posted.IsAccepted = answer.IsSuccessStatusCode;
        if (!posted.IsAccepted) Refusal ??= $"{(int)answer.StatusCode} {new StreamReader(answer.Content.ReadAsStream()).ReadToEnd()}";
        return trip;
    }

    public void Dispose() => _client.Dispose();

    private static bool IsOfContent(string name) => name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);

    private static void WaitUntil(long begun, int milliseconds)
    {
        var left = TimeSpan.FromMilliseconds(milliseconds) - Stopwatch.GetElapsedTime(begun);
        if (left > TimeSpan.Zero) Thread.Sleep(left);
    }
}
