using Dateline.Public.Offprints;

namespace Dateline.Public.Pages.Looks;

/// <summary>What the web build made for the reader's pages.</summary>
/// <param name="Styles">The stylesheet, minified; it goes into every page.</param>
/// <param name="ScriptUrl">The reader's script, named by its content.</param>
/// <param name="FontUrl">The headline typeface for Latin text; null when pages do without.</param>
/// <param name="ExtendedFontUrl">The same typeface's further Latin letters; browsers load it only for pages that need it.</param>
/// <param name="IconUrl">What stands beside the page's name in a browser's tab.</param>
/// <param name="Build">Names this build of script, styles and markup: a page of another build reloads when it is idle.</param>
public sealed record PageAssets(string Styles, string ScriptUrl, string? FontUrl, string? ExtendedFontUrl, string IconUrl, string Build)
{
    /// <summary>The same, named from a page that becomes a file.</summary>
    internal PageAssets In(Offprint offprint) => this with
    {
        ScriptUrl = offprint.Asset(ScriptUrl),
        FontUrl = FontUrl is { } font ? offprint.Asset(font) : null,
        ExtendedFontUrl = ExtendedFontUrl is { } extended ? offprint.Asset(extended) : null,
        IconUrl = offprint.Asset(IconUrl),
    };
}
