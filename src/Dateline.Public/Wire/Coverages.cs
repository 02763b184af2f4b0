using System.Text;
using Dateline.Public.Live;

namespace Dateline.Public.Wire;

/// <summary>Finds the live page that a request at the door names.</summary>
internal sealed class Coverages(Hub hub)
{
    /// <summary>The longest slug looked for here; the newsroom makes none that long.</summary>
    public const int MostSlug = 200;

    /// <summary>The coverage, when it is in memory.</summary>
    /// <param name="slug">Its name, as it stands in the address.</param>
    /// <param name="visitor">Who asks.</param>
    /// <param name="otherwise">How to receive the visitor when it is not: after it was fetched, or elsewhere.</param>
    public LiveCoverage? Find(ReadOnlySpan<byte> slug, Visitor visitor, out Reception otherwise)
    {
        otherwise = Reception.Elsewhere;
        if (slug.Length is 0 or > MostSlug || slug.ContainsAnyExcept(Characters.Slug)) return null;
        Span<char> name = stackalloc char[MostSlug];
        name = name[..Encoding.ASCII.GetChars(slug, name)];
        if (hub.Known(name) is { } live) return live;
        if (visitor.MayWait) otherwise = Reception.After(hub.Find(name.ToString(), CancellationToken.None).AsTask());
        return null;
    }
}
