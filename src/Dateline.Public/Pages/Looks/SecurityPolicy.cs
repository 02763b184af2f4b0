using Dateline.Core.Embeds;

namespace Dateline.Public.Pages.Looks;

/// <summary>What a page may load and run: its own stylesheet by hash, this site's script, pictures and fonts, the players of the providers we know in frames, and nothing else from anywhere.</summary>
/// <remarks>Hashes, never nonces: pages are cached. Script that a writer managed to type would have neither a source nor, past Trusted Types, a sink.</remarks>
public static class SecurityPolicy
{
    public static string For(Stylesheet stylesheet) => string.Join("; ",
        "default-src 'none'",
        $"style-src '{stylesheet.Hash}'",
        "script-src 'self'",
        "img-src 'self'",
        "media-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        // Players, which a reader's click alone loads.
        $"frame-src {string.Join(' ', Providers.Frames)}",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
        "require-trusted-types-for 'script'",
        "trusted-types dateline");
}
