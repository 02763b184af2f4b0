using Dateline.Desk.Members;
using Dateline.Media.Originals;
using Dateline.Storage;

namespace Dateline.Desk;

/// <summary>What an operator sets about the newsroom's side.</summary>
public sealed record DeskSettings
{
    /// <summary>Where people open the desk. Links, passkeys and OpenID Connect go by it, and never by the Host header of a request.</summary>
    public required Uri Address { get; init; }

    /// <summary>What the newsroom calls itself.</summary>
    public required string Newsroom { get; init; }

    /// <summary>The folder of the keys that secrets in the database are encrypted with.</summary>
    public required string Keys { get; init; }

    /// <summary>The folder of the pictures, as they were sent and as they were made.</summary>
    public required string Media { get; init; }

    /// <summary>The store that originals are kept in; null when they lie in the folder.</summary>
    public StoreSettings? Store { get; init; }

    /// <summary>The folders in which ffmpeg, ffprobe and the programs of poppler are looked for, as <c>PATH</c> has them.</summary>
    public required string Programs { get; init; }

    public WriteLimits Writes { get; init; } = new();

    public SignInLimits SignIns { get; init; } = new();

    /// <summary>Where people may sign in elsewhere; null when they may not.</summary>
    public OpenIdSettings? OpenId { get; init; }

    /// <summary>The address as a browser names it in <c>Origin</c>.</summary>
    internal string Origin => Address.GetLeftPart(UriPartial.Authority);

    internal bool IsSecure => Address.Scheme == Uri.UriSchemeHttps;

    /// <summary>The address by which somebody signs in once. The secret stands behind the #, which no browser sends and no log keeps.</summary>
    public string Welcome(string link) => $"{Origin}/desk/welcome#{link}";
}

/// <summary>A provider of OpenID Connect (<c>DATELINE_OIDC__…</c>).</summary>
/// <param name="Authority">The provider's address.</param>
/// <param name="Name">What the button says, and the audit log.</param>
/// <param name="Newcomers">What somebody becomes who is not known here; null when only people already added may enter.</param>
public sealed record OpenIdSettings(Uri Authority, string ClientId, string? ClientSecret, string Name, Role? Newcomers = null);
