using System.Globalization;
using Dateline.Core.Coverages;
using Dateline.Core.Media;
using Dateline.Core.Posts;
using Dateline.Core.Times;
using Dateline.Public.Offprints;
using Dateline.Public.Pages.Looks;
using Dateline.Public.Pages.Wording;

namespace Dateline.Public.Pages;

/// <summary>What every piece of a page knows: the newsroom's style, the language and zone it is read in, and the instant it is read at.</summary>
public sealed class Setting
{
    private static readonly HashSet<string> RightToLeftLanguages = ["ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"];
    private readonly NumberFormatInfo _numbers;
    private readonly NumberFormatInfo _signs;

    private Setting(NewsroomStyle style, string language, string zone, DateTimeOffset now, string root)
    {
        (Style, Language, Now, Root) = (style, language, now, root);
        Words = Words.In(language);
        Almanac = new Almanac(zone, language);
        Direction = RightToLeftLanguages.Contains(language.Split('-')[0]) ? "rtl" : "ltr";
        _signs = CultureInfo.GetCultureInfo(language).NumberFormat;
        // Digits are Western everywhere, so separators that belong to other digits would mislead.
        _numbers = _signs.NumberDecimalSeparator is "." or "," ? _signs : NumberFormatInfo.InvariantInfo;
    }

    /// <summary>For a live page and what belongs to it.</summary>
    public static Setting For(NewsroomStyle style, PublicCoverage coverage, DateTimeOffset now, Offprint? offprint = null) =>
        new(style, coverage.Header.Language, coverage.Header.TimeZone, now, root: "") { Offprint = offprint };

    /// <summary>For a live page's posts in a feed, which is read away from the site: every address is whole.</summary>
    public static Setting ForFeed(NewsroomStyle style, PublicCoverage coverage, DateTimeOffset now, Offprint? offprint = null) =>
        new(style, coverage.Header.Language, coverage.Header.TimeZone, now, style.Root) { Offprint = offprint };

    /// <summary>For a draft that is looked at from the desk: its pictures are nobody else's to have yet.</summary>
    public static Setting ForPreview(NewsroomStyle style, PublicCoverage coverage, DateTimeOffset now) =>
        new(style, coverage.Header.Language, coverage.Header.TimeZone, now, root: "") { AtTheDesk = true };

    /// <summary>For pages that belong to no live page.</summary>
    public static Setting For(NewsroomStyle style, DateTimeOffset now, Offprint? offprint = null) => new(style, style.Language, style.TimeZone, now, root: "") { Offprint = offprint };

    /// <summary>For a live page that is named on this page.</summary>
    public Setting Beside(PublicCoverage coverage) => For(Style, coverage, Now, Offprint);

    public NewsroomStyle Style { get; }

    public Words Words { get; }

    public Almanac Almanac { get; }

    /// <summary>The language (BCP 47).</summary>
    public string Language { get; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction { get; }

    public DateTimeOffset Now { get; }

    /// <summary>True where our stylesheet does not reach, so that nothing may rely on being hidden.</summary>
    public bool IsFeed => Root.Length > 0;

    /// <summary>True for pages that become files: they are read, not followed.</summary>
    public bool IsOffprint => Offprint is not null;

    private string Root { get; }

    private bool AtTheDesk { get; init; }

    private Offprint? Offprint { get; init; }

    /// <summary>An address as a link carries it: paths on this site from the root, everything else as it is.</summary>
    public string Href(string href) => !href.StartsWith('/') ? href : Offprint is { } offprint && !IsFeed ? offprint.Href(href) : Root + href;

    /// <summary>Where a picture is had from.</summary>
    public string Rendition(Rendition rendition) => AtTheDesk ? Address.DeskRendition(rendition) : IsFeed ? Whole(rendition) : Offprint?.Picture(rendition) ?? Address.Rendition(rendition);

    /// <summary>The same as a whole address, for what is read away from the site.</summary>
    public string Whole(Rendition rendition) => Style.Root + Address.Rendition(Offprint?.Takes(rendition) ?? rendition);

    /// <summary>Where a document is had from, as a path on this site.</summary>
    public string Document(DocumentName document)
    {
        Offprint?.Takes(document);
        return AtTheDesk ? Address.DeskDocument(document) : Address.Document(document);
    }

    /// <summary>The same as a whole address, as paper needs it.</summary>
    public string Whole(DocumentName document) => Style.Root + Address.Document(document);

    /// <summary>How large a file is, as people say it.</summary>
    public string Size(long bytes) => bytes >= 100_000 ? Words.Megabytes(Number(Math.Round(Math.Max(0.1m, bytes / 1_000_000m), bytes < 10_000_000 ? 1 : 0))) : Words.Kilobytes(Number(Math.Max(1, Math.Round(bytes / 1_000m))));

    /// <summary>Where a file of a recording is had from.</summary>
    public string Recording(RecordingName recording) =>
        AtTheDesk ? Address.DeskRecording(recording.Hash, recording.File)
        : IsFeed ? Style.Root + Address.Recording((Offprint?.Takes(recording) ?? recording).Hash, recording.File)
        : Offprint?.Recording(recording) ?? Address.Recording(recording.Hash, recording.File);

    /// <summary>Where a player finds out in which qualities a video is had; null where it is only had whole.</summary>
    public string? Pieces(VideoName video) =>
        !video.InPieces || IsFeed || IsOffprint ? null : AtTheDesk ? Address.DeskRecording(video.Hash, RecordingFile.Main) : Address.Recording(video.Hash, RecordingFile.Main);

    /// <summary>A number as this language writes it, without digits it does not have, and with a minus that is as wide as a plus.</summary>
    public string Number(decimal number) => (number < 0 ? Minus : "") + Math.Abs(number).ToString("#,0.##########", _numbers);

    /// <summary>The minus before a number. Among letters that go from right to left it would come to stand behind its number; the mark keeps it where it is.</summary>
    public string Minus => Direction == "rtl" ? "\u200e−" : "−";

    /// <summary>Words as they were typed. What holds no letter (231–4, 8–12) would be turned round where letters go from right to left; set apart, it stays as it was.</summary>
    public string AsTyped(string words) => Direction == "rtl" && words.Length > 0 && !words.Any(char.IsLetter) ? $"\u2066{words}\u2069" : words;

    /// <summary>What stands before and after a number of hundredths: 6.5%, or 6,5 % where the language leaves a space.</summary>
    public (string Before, string After) PercentSign => Direction == "rtl" ? ("", "%") : _signs.PercentPositivePattern switch
    {
        0 => ("", "\u00a0%"),
        2 => ("%", ""),
        3 => ("%\u00a0", ""),
        _ => ("", "%"),
    };

    /// <summary>True where the language writes a currency before its number.</summary>
    public bool CurrencyFirst => _signs.CurrencyPositivePattern is 0 or 2;

    /// <summary>A time as a screen reader says it: time, zone in full, date.</summary>
    public string Spoken(DateTimeOffset at) => Words.SpokenTime(Almanac.Clock(at), Words.ZoneInFull(Almanac.Zone(at)), Almanac.Date(Almanac.Day(at)));

    /// <summary>The same for a post, which may know its day only.</summary>
    public string Spoken(ShownTime time) => time.Known ? Spoken(time.At) : Almanac.DateWithYear(Almanac.Day(time));

    /// <summary>True while a post flagged at this instant is still hot.</summary>
    public bool IsHot(DateTimeOffset breakingSince) => Now < CoolsAt(breakingSince);

    public DateTimeOffset CoolsAt(DateTimeOffset breakingSince) => breakingSince.AddMinutes(Style.BreakingMinutes);
}
