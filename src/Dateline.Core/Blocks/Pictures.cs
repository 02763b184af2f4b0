using System.Text.Json.Serialization;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Core.Text;

namespace Dateline.Core.Blocks;

/// <summary>Where a picture comes from.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CreditKind>))]
public enum CreditKind
{
    /// <summary>A picture agency.</summary>
    Agency,

    /// <summary>Shared among newsrooms by agreement.</summary>
    Pool,

    /// <summary>Given out by those pictured.</summary>
    Handout,

    /// <summary>Taken from a screen.</summary>
    Screengrab,

    /// <summary>Sent or posted by a member of the public.</summary>
    User,

    /// <summary>The newsroom's own.</summary>
    Own,
}

/// <summary>The point of a picture that must stay in view when it is cropped; each from 0 (left, top) to 1.</summary>
public sealed record FocalPoint(double X, double Y);

/// <summary>A picture with what a reader is told about it.</summary>
public sealed record Picture
{
    /// <summary>The picture in the media library; null when it is only described here.</summary>
    public string? Media { get; init; }

    /// <summary>What the picture shows, for those who do not see it.</summary>
    public string? Alt { get; init; }

    /// <summary>What the reader is told about it.</summary>
    public RichText? Caption { get; init; }

    /// <summary>Whose picture it is.</summary>
    public string? Credit { get; init; }

    /// <summary>Where it comes from.</summary>
    public CreditKind? CreditKind { get; init; }

    /// <summary>What a reader is warned of before seeing it.</summary>
    public string? Warning { get; init; }

    /// <summary>What must stay in view.</summary>
    public FocalPoint? FocalPoint { get; init; }

    /// <summary>Where an imported picture lives; kept for the desk, never loaded by a reader's browser.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>True in the place of a picture whose right to be shown ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Lapsed { get; init; }

    internal void Check(string path, Problems problems)
    {
        if (Lapsed && Media is not null) problems.Add($"{path}.lapsed", "The library says itself when a picture may not be shown any more; leave “lapsed” out.");
        if (Media is null && !Lapsed && string.IsNullOrWhiteSpace(Alt) && SourceUrl is null && (Caption is null || Caption.IsBlank))
            problems.Add($"{path}.alt", "Choose a picture, or say in the alt text what it shows.");
        Fields.Short(Media, $"{path}.media", problems);
        Fields.Short(Alt, $"{path}.alt", problems);
        Caption?.Check($"{path}.caption", problems);
        Fields.Short(Credit, $"{path}.credit", problems);
        Fields.Short(Warning, $"{path}.warning", problems);
        Fields.Link(SourceUrl, $"{path}.sourceUrl", problems);
        if (FocalPoint is { } point && !(point.X is >= 0 and <= 1 && point.Y is >= 0 and <= 1))
            problems.Add($"{path}.focalPoint", "The focal point lies outside the picture; x and y go from 0 to 1.");
    }
}

/// <summary>A picture in a post.</summary>
public sealed record Image : Block
{
    /// <inheritdoc cref="Picture.Media"/>
    public string? Media { get; init; }

    /// <inheritdoc cref="Picture.Alt"/>
    public string? Alt { get; init; }

    /// <inheritdoc cref="Picture.Caption"/>
    public RichText? Caption { get; init; }

    /// <inheritdoc cref="Picture.Credit"/>
    public string? Credit { get; init; }

    /// <inheritdoc cref="Picture.CreditKind"/>
    public CreditKind? CreditKind { get; init; }

    /// <inheritdoc cref="Picture.Warning"/>
    public string? Warning { get; init; }

    /// <inheritdoc cref="Picture.FocalPoint"/>
    public FocalPoint? FocalPoint { get; init; }

    /// <inheritdoc cref="Picture.SourceUrl"/>
    public string? SourceUrl { get; init; }

    /// <inheritdoc cref="Picture.Lapsed"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Lapsed { get; init; }

    /// <summary>The picture without its place in a post.</summary>
    [JsonIgnore]
    public Picture Picture => new()
    {
        Media = Media,
        Alt = Alt,
        Caption = Caption,
        Credit = Credit,
        CreditKind = CreditKind,
        Warning = Warning,
        FocalPoint = FocalPoint,
        SourceUrl = SourceUrl,
        Lapsed = Lapsed,
    };

    /// <inheritdoc/>
    public override void Check(string path, Problems problems) => Picture.Check(path, problems);
}

/// <summary>Several pictures that belong together, each with its own credit.</summary>
public sealed record Gallery : Block
{
    /// <summary>The pictures.</summary>
    public ValueList<Picture>? Items { get; init; }

    /// <summary>What the reader is told about all of them.</summary>
    public RichText? Caption { get; init; }

    /// <inheritdoc/>
    public override void Check(string path, Problems problems)
    {
        Caption?.Check($"{path}.caption", problems);
        if (!Fields.Some(Items, 100, $"{path}.items", "This gallery has no pictures; add one or take the gallery out.", problems)) return;
        for (var i = 0; i < Items!.Count; i++) Items[i].Check($"{path}.items[{i}]", problems);
    }
}
