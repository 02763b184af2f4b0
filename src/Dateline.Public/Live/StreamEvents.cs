using System.Globalization;
using System.Text;
using Dateline.Public.Editions;

namespace Dateline.Public.Live;

/// <summary>What a stream says beside its changes (spec/protocol.md, "The stream").</summary>
internal static class StreamEvents
{
    public static readonly byte[] KeepAlive = ": keep-alive\n\n"u8.ToArray();

    /// <summary>The first words: when to come back, spread so that not everybody does at once, and what a page must know to go on.</summary>
    public static string Hello(Edition edition, string build) => string.Create(CultureInfo.InvariantCulture,
        $"retry: {Random.Shared.Next(2_000, 4_000)}\n\nevent: hello\ndata: {{\"seq\":{edition.Head},\"epoch\":\"{edition.Epoch}\",\"build\":\"{build}\"}}\n\n");

    public static byte[] Reset(long head) => Event("reset", head);

    public static byte[] End(long head) => Event("end", head);

    /// <summary>The last words to a reader at a position who has all that was due; null for one who stays.</summary>
    /// <remarks>Told by the log, which is ahead of the edition for a moment whenever a change is applied.</remarks>
    public static byte[]? Farewell(LiveCoverage live, string epoch, long position)
    {
        var edition = live.Edition;
        if (edition.Epoch != epoch || position > live.Log.Head) return Reset(edition.Head);
        return edition.IsClosed && position >= edition.Head ? End(edition.Head) : null;
    }

    private static byte[] Event(string name, long head) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"event: {name}\ndata: {{\"seq\":{head}}}\n\n"));
}
