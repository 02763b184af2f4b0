using System.Security.Cryptography;
using System.Text;

namespace Dateline.Public.Pages.Looks;

/// <summary>The one stylesheet of every page: what the web build made, then the newsroom's typefaces and colours over it.</summary>
/// <remarks>It stands inline, so that a page needs no second answer to look right; its hash in the policy admits it and nothing else.</remarks>
public sealed class Stylesheet
{
    private const string Latin = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
    private const string LatinExtended = "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF";

    /// <param name="more">What one sheet has beside the others.</param>
    public Stylesheet(NewsroomStyle style, PageAssets assets, string more = "")
    {
        // "</style" would end the element; the build cannot make it and the settings are checked, so this is a bug if it happens.
        Text = assets.Styles.TrimEnd() + Faces(style, assets) + Settings(style) + more;
        if (Text.Contains("</", StringComparison.Ordinal)) throw new ArgumentException("A stylesheet that stands in a page may not hold an end tag.", nameof(assets));
        Hash = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
    }

    /// <summary>The stylesheet.</summary>
    public string Text { get; }

    /// <summary>Its hash as a content security policy names it.</summary>
    public string Hash { get; }

    private static string Faces(NewsroomStyle style, PageAssets assets) =>
        style.HeadlineTypeface is not null ? "" : Face(assets.FontUrl, Latin) + Face(assets.ExtendedFontUrl, LatinExtended);

    private static string Face(string? url, string range) => url is null ? ""
        : $"@font-face{{font-family:Newsreader;src:url({url})format(\"woff2\");font-weight:200 800;font-display:swap;unicode-range:{range}}}";

    private static string Settings(NewsroomStyle style)
    {
        var standard = new NewsroomStyle();
        var css = new StringBuilder();
        if (style.Accent != standard.Accent) css.Append(":root{--accent:").Append(style.Accent).Append('}');
        if (style.AccentDark != standard.AccentDark || style.Accent != standard.Accent)
            css.Append("@media screen and (prefers-color-scheme:dark){:root{--accent:").Append(style.AccentDark).Append("}}");
        if (style.HeadlineTypeface is { } headline) css.Append(":root{--headline:").Append(headline).Append('}');
        if (style.TextTypeface is { } text) css.Append(":root{--text:").Append(text).Append('}');
        return css.ToString();
    }
}
