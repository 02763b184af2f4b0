using System.Text;
using Dateline.Public.Live;

namespace Dateline.Public.Wire;

/// <summary>Finds the live page that a request at the door names.</summary>
internal sealed class Coverages(Hub hub)
{
    /// <summary>The longest slug looked for here; the newsroom makes none that long.</summary>
    private const int MostSlug = 200;

    /// <summary>Whether a part of an address can be a coverage's name.</summary>
    public static bool IsSlug(ReadOnlySpan<byte> part) => part.Length is > 0 and <= MostSlug && !part.ContainsAnyExcept(Characters.Slug);

    /// <summary>The coverage, when it is in memory.</summary>
    /// <param name="slug">Its name, as it stands in the address.</param>
    /// <param name="visitor">Who asks.</param>
    /// <param name="otherwise">How to receive the visitor when it is not: after it was fetched, or elsewhere.</param>
    public LiveCoverage? Find(ReadOnlySpan<byte> slug, Visitor visitor, out Reception otherwise)
    {
        otherwise = Reception.Elsewhere;
        if (!IsSlug(slug)) return null;
        Span<char> name = stackalloc char[MostSlug];
        name = name[..Encoding.ASCII.GetChars(slug, name)];
        if (hub.Known(name) is { } live) return live;
        if (visitor.MayWait) otherwise = Reception.After(hub.Find(name.ToString(), CancellationToken.None).AsTask());
        return null;
    }
}
