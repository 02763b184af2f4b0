namespace Dateline.Public.Pages.Looks;

/// <summary>What a page may load and run: its own stylesheet by hash, this site's script, pictures and fonts, and nothing from anywhere else.</summary>
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
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
        "require-trusted-types-for 'script'",
        "trusted-types dateline");
}
