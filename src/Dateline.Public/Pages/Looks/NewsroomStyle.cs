using System.Text.RegularExpressions;

namespace Dateline.Public.Pages.Looks;

/// <summary>What a newsroom sets about its pages; everything else of their look follows.</summary>
public sealed partial record NewsroomStyle
{
    /// <summary>The newsroom's name, in the masthead, in titles and as the publisher of every page.</summary>
    public string Name { get; init; } = "Dateline";

    /// <summary>A logo in place of the name in the masthead: a path on this site, as pages load pictures from nowhere else.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>The address readers know the site by, for canonical links and feeds; never taken from a request.</summary>
    public Uri PublicUrl { get; init; } = new("http://localhost:5080");

    /// <summary>The accent colour on light paper, as #rrggbb.</summary>
    public string Accent { get; init; } = "#0b5d66";

    /// <summary>The accent colour on dark paper, as #rrggbb.</summary>
    public string AccentDark { get; init; } = "#6cc5cf";

    /// <summary>A font family for headlines that readers' systems have; null for the Newsreader that comes along.</summary>
    public string? HeadlineTypeface { get; init; }

    /// <summary>A font family for text that readers' systems have; null for each system's own.</summary>
    public string? TextTypeface { get; init; }

    /// <summary>How long breaking news stays red, in minutes.</summary>
    public int BreakingMinutes { get; init; } = 20;

    /// <summary>What the newsroom calls its labels, by key.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Domains (with those under them) that are the newsroom's own: links to any other are marked as leading outside.</summary>
    public IReadOnlyList<string> OwnDomains { get; init; } = [];

    /// <summary>The language of what belongs to no live page: the list of live pages, the answer to a wrong address.</summary>
    public string Language { get; init; } = "en-GB";

    /// <summary>The zone of times that belong to no live page (IANA).</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The site's address without a slash at its end, to put paths after.</summary>
    public string Root => PublicUrl.AbsoluteUri.TrimEnd('/');

    /// <summary>True for a web address outside the newsroom's own domains.</summary>
    public bool IsOutside(string href) =>
        Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && !IsWithin(uri.Host, PublicUrl.Host) && !OwnDomains.Any(own => IsWithin(uri.Host, own));

    private static bool IsWithin(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with the settings, each in a sentence for whoever runs the server; empty when they can be used.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(Name)) problems.Add("Give the newsroom a name.");
        if (PublicUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https" }) problems.Add("The public address begins with https:// or http://.");
        if (LogoUrl is { } logo && !(logo.StartsWith('/') && !logo.StartsWith("//", StringComparison.Ordinal))) problems.Add("The logo is a path on this site, such as /logo.svg.");
        CheckColour(Accent, Contrast.LightPaper, "accent", problems);
        CheckColour(AccentDark, Contrast.DarkPaper, "dark accent", problems);
        foreach (var typeface in new[] { HeadlineTypeface, TextTypeface })
            if (typeface is not null && !Typeface().IsMatch(typeface)) problems.Add($"“{typeface}” is not a list of font families; write it as Georgia, 'Times New Roman', serif.");
        if (BreakingMinutes is < 1 or > 1440) problems.Add("Breaking news stays red for 1 to 1,440 minutes.");
        return problems;
    }

    private static void CheckColour(string colour, string paper, string name, List<string> problems)
    {
        if (!Colour().IsMatch(colour)) problems.Add($"The {name} colour is written as #rrggbb, such as #0b5d66.");
        else if (Contrast.Of(colour, paper) < Contrast.Least)
            problems.Add($"The {name} colour {colour} is hard to read on {paper}: its contrast is {Contrast.Of(colour, paper):0.0}, and text needs {Contrast.Least:0}.");
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Colour();

    // What may stand in a font-family value and cannot end it.
    [GeneratedRegex(@"^[\w\s,'-]{1,200}$")]
    private static partial Regex Typeface();
}
