using System.Diagnostics.Metrics;

namespace Dateline.Public.Live;

/// <summary>What operators can count of the live side: the meter <c>Dateline.Live</c>.</summary>
/// <remarks>Counted here and read when somebody looks: who begins to look late still sees what there is.</remarks>
public sealed class LiveMeter
{
    public const string Name = "Dateline.Live";

    private long _readers;
    private long _dropped;
    private long _sent;
    private long _pages;
    private long _articles;

    public LiveMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        meter.CreateObservableUpDownCounter("dateline.readers", () => Interlocked.Read(ref _readers), "{reader}", "Streams that are open.");
        meter.CreateObservableCounter("dateline.readers.dropped", () => Interlocked.Read(ref _dropped), "{reader}", "Streams cut off because the reader took nothing for too long, or fell too far behind.");
        meter.CreateObservableCounter("dateline.changes.sent", () => Interlocked.Read(ref _sent), "{change}", "Changes handed to readers' connections.");
        meter.CreateObservableCounter("dateline.pages.rendered", () => PagesRendered, "{page}", "Pages, feeds and lists made anew; who asks meanwhile waits for the same one.");
        meter.CreateObservableCounter("dateline.articles.rendered", () => ArticlesRendered, "{article}", "Posts set for pages and streams, once for each of their versions.");
    }

    public long PagesRendered => Interlocked.Read(ref _pages);

    public long ArticlesRendered => Interlocked.Read(ref _articles);

    public void PageRendered() => Interlocked.Increment(ref _pages);

    public void ArticleRendered() => Interlocked.Increment(ref _articles);

    public void ReaderCame() => Interlocked.Increment(ref _readers);

    public void ReaderLeft() => Interlocked.Decrement(ref _readers);

    public void ReaderDropped() => Interlocked.Increment(ref _dropped);

    /// <summary>So many changes went to one reader.</summary>
    public void Sent(long changes) => Interlocked.Add(ref _sent, changes);
}
