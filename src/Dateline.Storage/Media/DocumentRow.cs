using Dateline.Core.Media;

namespace Dateline.Storage.Media;

/// <summary>A document in the library.</summary>
internal sealed class DocumentRow : MediaRow
{
    /// <summary>The name of the picture of its first page.</summary>
    public required string FirstPage { get; set; }

    public string? Title { get; set; }

    public string? Author { get; set; }

    public string? Program { get; set; }

    public override string Noun => "document";

    protected override string? OwnWords => Title;

    public override LibraryFile ToFile() => DocumentName.TryParse(Name, out var name) ? new LibraryDocument(name, Facts.Of(this), FirstPage, Title, Author, Program) : throw Misnamed;
}
