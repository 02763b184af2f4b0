namespace Dateline.Public.Pages.Sections;

/// <summary>A part of the page that changes as a whole.</summary>
public enum Section
{
    Header,
    Status,
    Summary,
    Pinned,
    KeyEvents,
}

public static class SectionNames
{
    /// <summary>As frames and <c>data-section</c> name it.</summary>
    public static string Name(this Section section) => section switch
    {
        Section.Header => "header",
        Section.Status => "status",
        Section.Summary => "summary",
        Section.Pinned => "pinned",
        Section.KeyEvents => "keyEvents",
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };
}
