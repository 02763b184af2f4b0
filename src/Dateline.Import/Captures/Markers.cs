using System.Text.RegularExpressions;

namespace Dateline.Import.Captures;

/// <summary>The words by which a copied page marks pictures and recordings: "Image source, …", "Image caption, …", "Media caption, …".</summary>
internal static partial class Markers
{
    /// <summary>The credit of a picture: what stands before it describes the picture, what follows is the credit, perhaps in the next line.</summary>
    public static bool IsCredit(string text, out string alt, out string credit)
    {
        var match = text.Contains("ource", StringComparison.Ordinal) || text.Contains("opyright", StringComparison.Ordinal) ? Credit().Match(text) : Match.Empty;
        (alt, credit) = (match.Groups["alt"].Value.Trim(), match.Groups["credit"].Value.Trim());
        return match.Success;
    }

    /// <summary>The caption of a picture, perhaps in the next line.</summary>
    public static bool IsImageCaption(string text, out string caption) => Is(ImageCaption().Match(text), out caption);

    /// <summary>The caption of a video, perhaps in the next line.</summary>
    public static bool IsVideoCaption(string text, out string caption) => Is(VideoCaption().Match(text), out caption);

    /// <summary>The caption of a recording, perhaps in the next line.</summary>
    public static bool IsAudioCaption(string text, out string caption) => Is(AudioCaption().Match(text), out caption);

    public static bool IsAny(string text) =>
        IsCredit(text, out _, out _) || IsImageCaption(text, out _) || IsVideoCaption(text, out _) || IsAudioCaption(text, out _);

    /// <summary>True for a marker whose words stand in the next line.</summary>
    public static bool AwaitsText(string text) =>
        (IsCredit(text, out _, out var words) || IsImageCaption(text, out words) || IsVideoCaption(text, out words) || IsAudioCaption(text, out words)) && words.Length == 0;

    private static bool Is(Match match, out string words)
    {
        words = match.Groups[1].Value.Trim();
        return match.Success;
    }

    [GeneratedRegex(@"^(?<alt>.*?)(?:Image source\s*[,:]|Image copyright\s*[,:]?|(?<!\s)Copyright\s*:)\s*(?<credit>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Credit();

    [GeneratedRegex(@"^Image caption\s*(?:[,:]\s*(.*)|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ImageCaption();

    [GeneratedRegex(@"^(?:Media|Video) caption\s*(?:[,:]\s*(.*)|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex VideoCaption();

    [GeneratedRegex(@"^Audio caption\s*(?:[,:]\s*(.*)|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AudioCaption();
}
