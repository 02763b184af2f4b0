using System.Text.Json.Serialization;
using Dateline.Core.Outcomes;
using Dateline.Core.Text;

namespace Dateline.Core.Blocks;

/// <summary>A video.</summary>
public sealed record Video : Block
{
    /// <summary>The video in the media library; null when it lives elsewhere or is only described.</summary>
    public string? Media { get; init; }

    /// <summary>Where it can be watched when it is not in the library.</summary>
    public string? Url { get; init; }

    /// <summary>What the reader is told about it.</summary>
    public RichText? Caption { get; init; }

    /// <summary>Whose video it is.</summary>
    public string? Credit { get; init; }

    /// <summary>What a viewer is warned of before seeing it.</summary>
    public string? Warning { get; init; }

    /// <summary>The still shown before it plays: a picture in the media library.</summary>
    public string? Poster { get; init; }

    /// <summary>The captions track: a WebVTT file in the media library.</summary>
    public string? Captions { get; init; }

    /// <summary>What is said in it.</summary>
    public RichText? Transcript { get; init; }

    /// <summary>True in the place of a video whose right to be shown ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Lapsed { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems)
    {
        if (Lapsed && Media is not null) problems.Add($"{path}.lapsed", "The library says itself when a video may not be shown any more; leave “lapsed” out.");
        if (Media is null && !Lapsed && Url is null && (Caption is null || Caption.IsBlank))
            problems.Add($"{path}.caption", "Choose a video, give its address, or say in the caption what it shows.");
        Fields.Short(Media, $"{path}.media", problems);
        Fields.Link(Url, $"{path}.url", problems);
        Caption?.Check($"{path}.caption", problems);
        Fields.Short(Credit, $"{path}.credit", problems);
        Fields.Short(Warning, $"{path}.warning", problems);
        Fields.Short(Poster, $"{path}.poster", problems);
        Fields.Short(Captions, $"{path}.captions", problems);
        Transcript?.Check($"{path}.transcript", problems);
    }
}

/// <summary>A recording or a podcast episode.</summary>
public sealed record Audio : Block
{
    /// <summary>The recording in the media library; null when it lives elsewhere or is only described.</summary>
    public string? Media { get; init; }

    /// <summary>Where it can be heard when it is not in the library.</summary>
    public string? Url { get; init; }

    /// <summary>What the reader is told about it.</summary>
    public RichText? Caption { get; init; }

    /// <summary>Whose recording it is.</summary>
    public string? Credit { get; init; }

    /// <summary>What a listener is warned of.</summary>
    public string? Warning { get; init; }

    /// <summary>The podcast or programme.</summary>
    public string? Show { get; init; }

    /// <summary>The episode's title.</summary>
    public string? Episode { get; init; }

    /// <summary>The show's picture in the media library.</summary>
    public string? Artwork { get; init; }

    /// <summary>What is said in it.</summary>
    public RichText? Transcript { get; init; }

    /// <summary>True in the place of a recording whose right to be shown ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Lapsed { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems)
    {
        if (Lapsed && Media is not null) problems.Add($"{path}.lapsed", "The library says itself when a recording may not be played any more; leave “lapsed” out.");
        if (Media is null && !Lapsed && Url is null && Show is null && Episode is null && (Caption is null || Caption.IsBlank))
            problems.Add($"{path}.caption", "Choose a recording, give its address, or say in the caption what it is.");
        Fields.Short(Media, $"{path}.media", problems);
        Fields.Link(Url, $"{path}.url", problems);
        Caption?.Check($"{path}.caption", problems);
        Fields.Short(Credit, $"{path}.credit", problems);
        Fields.Short(Warning, $"{path}.warning", problems);
        Fields.Short(Show, $"{path}.show", problems);
        Fields.Short(Episode, $"{path}.episode", problems);
        Fields.Short(Artwork, $"{path}.artwork", problems);
        Transcript?.Check($"{path}.transcript", problems);
    }
}
