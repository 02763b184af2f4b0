using System.Text.RegularExpressions;
using Dateline.Public.Pages.Looks;
using Xunit;

namespace Dateline.Public.Tests.Pages;

public sealed partial class LookTests
{
    [Theory]
    [InlineData("ink")]
    [InlineData("grey")]
    [InlineData("accent")]
    [InlineData("red")]
    public void Text_is_easy_to_read_on_light_and_on_dark_paper(string colour)
    {
        var (light, dark) = Tokens();
        Assert.InRange(Contrast.Of(light[colour], light["paper"]), Contrast.Least, 21);
        Assert.InRange(Contrast.Of(dark[colour], dark["paper"]), Contrast.Least, 21);
    }

    [Fact]
    public void The_papers_that_settings_are_checked_against_are_those_of_the_stylesheet()
    {
        var (light, dark) = Tokens();
        Assert.Equal((Contrast.LightPaper, Contrast.DarkPaper), (light["paper"], dark["paper"]));
        var standard = new NewsroomStyle();
        Assert.Equal((standard.Accent, standard.AccentDark), (light["accent"], dark["accent"]));
    }

    [Fact]
    public void The_scale_of_contrast_is_the_one_of_the_web() => Assert.Equal(21, Contrast.Of("#000000", "#ffffff"), 3);

    [Fact]
    public void A_newsrooms_colours_and_typefaces_come_after_ours_and_change_the_hash()
    {
        var ours = Sample.Typesetter().ContentSecurityPolicy;
        var style = Sample.Style with { Accent = "#7a1f5c", AccentDark = "#f0a6d6", HeadlineTypeface = "Georgia, serif", TextTypeface = "'Gill Sans', sans-serif" };
        var sheet = new Stylesheet(style, new PageAssets(Styles.Text, "/a.js", "/a.woff2", null, "/icon.svg", "1")).Text;
        Assert.True(sheet.LastIndexOf("--accent:#7a1f5c", StringComparison.Ordinal) > sheet.IndexOf("--accent: #0b5d66", StringComparison.Ordinal));
        Assert.Contains("--headline:Georgia, serif", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("/a.woff2", sheet, StringComparison.Ordinal);
        Assert.NotEqual(ours, Sample.Typesetter(style).ContentSecurityPolicy);
    }

    [Fact]
    public void Settings_that_would_break_a_page_are_refused_in_a_sentence()
    {
        Assert.Empty(Sample.Style.Problems());
        Assert.Contains("hard to read", Assert.Single((Sample.Style with { Accent = "#8fc1c7" }).Problems()), StringComparison.Ordinal);
        Assert.Contains("#rrggbb", Assert.Single((Sample.Style with { AccentDark = "teal" }).Problems()), StringComparison.Ordinal);
        Assert.Contains("font families", Assert.Single((Sample.Style with { TextTypeface = "x}</style>" }).Problems()), StringComparison.Ordinal);
        Assert.Contains("path on this site", Assert.Single((Sample.Style with { LogoUrl = "https://cdn.example/logo.svg" }).Problems()), StringComparison.Ordinal);
    }

    private static (Dictionary<string, string> Light, Dictionary<string, string> Dark) Tokens()
    {
        var css = File.ReadAllText(Path.Combine(Styles.Folder, "tokens.css"));
        var dark = css.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal);
        return (In(css[..dark]), In(css[dark..]));
    }

    private static Dictionary<string, string> In(string css) => Token().Matches(css).ToDictionary(token => token.Groups[1].Value, token => token.Groups[2].Value);

    [GeneratedRegex("--([a-z]+): (#[0-9a-f]{6});")]
    private static partial Regex Token();
}
