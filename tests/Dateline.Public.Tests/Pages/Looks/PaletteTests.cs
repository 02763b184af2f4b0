using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Public.Pages.Blocks.Charts;
using Dateline.Public.Pages.Looks;
using Xunit;

namespace Dateline.Public.Tests.Pages.Looks;

/// <summary>The colours of a chart's series, by day and by night.</summary>
public sealed partial class PaletteTests
{
    private const double LeastContrast = 3;

    // In Oklab, where black and white are 1 apart.
    private const double LeastDistance = 0.1;

    // What is left of red, green and blue (linear light) without one kind of cone: Machado, Oliveira and Fernandes, 2009, at full severity.
    private static readonly Dictionary<string, double[][]> Eyes = new()
    {
        ["all three cones"] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        ["protanopia"] = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        ["deuteranopia"] = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        ["tritanopia"] = [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_series_stands_out_from_the_paper_and_from_its_neighbours(bool dark)
    {
        var (colours, paper) = Palette(dark);
        for (var i = 0; i < colours.Count; i++)
        {
            Assert.True(Contrast.Of(colours[i], paper) >= LeastContrast, $"{colours[i]} on {paper}: {Contrast.Of(colours[i], paper):0.00}");
            var next = colours[(i + 1) % colours.Count];
            Assert.True(Contrast.Of(colours[i], next) >= LeastContrast, $"{colours[i]} beside {next}: {Contrast.Of(colours[i], next):0.00}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_two_series_look_alike_to_anybody(bool dark)
    {
        var (colours, _) = Palette(dark);
        foreach (var (eye, matrix) in Eyes)
            for (var i = 0; i < colours.Count; i++)
                for (var j = 0; j < i; j++)
                    Assert.True(Distance(colours[i], colours[j], matrix) >= LeastDistance, $"{colours[i]} and {colours[j]} to eyes with {eye}: {Distance(colours[i], colours[j], matrix):0.000}");
    }

    private static (List<string> Colours, string Paper) Palette(bool dark)
    {
        var css = File.ReadAllText(Path.Combine(Styles.Folder, "tokens.css"));
        var split = css.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal);
        var colours = Series().Matches(dark ? css[split..] : css[..split]).Select(found => found.Groups[1].Value).ToList();
        Assert.Equal(Colour.Count, colours.Count);
        return (colours, dark ? Contrast.DarkPaper : Contrast.LightPaper);
    }

    private static double Distance(string one, string other, double[][] eye)
    {
        var (a, b) = (Oklab(Seen(one, eye)), Oklab(Seen(other, eye)));
        return Math.Sqrt(a.Zip(b).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second)));
    }

    private static double[] Seen(string colour, double[][] eye)
    {
        double[] light = [Light(colour, 1), Light(colour, 3), Light(colour, 5)];
        return [.. eye.Select(row => Math.Clamp(row.Zip(light).Sum(pair => pair.First * pair.Second), 0, 1))];
    }

    private static double Light(string colour, int at)
    {
        var share = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    // Björn Ottosson, 2020.
    private static double[] Oklab(double[] c)
    {
        var l = Math.Cbrt(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
        var m = Math.Cbrt(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
        var s = Math.Cbrt(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
        return [0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s];
    }

    [GeneratedRegex("--c[1-9]: (#[0-9a-f]{6});")]
    private static partial Regex Series();
}
