using Dateline.Core.Blocks;
using Dateline.Core.Media;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Media;

/// <summary>A file of the library, whatever it is: which, who brought it, what is known about it, and until when it may be shown. A row is written once its file is safe, and stays.</summary>
internal abstract class MediaRow
{
    public required string Hash { get; set; }

    /// <summary>Its whole name, which begins with the hash.</summary>
    public required string Name { get; set; }

    /// <summary>What it was found to be: <c>jpeg</c>, <c>video</c>, <c>pdf</c> …</summary>
    public required string Kind { get; set; }

    public long Bytes { get; set; }

    /// <summary>What the file was called where it came from; null when nothing said.</summary>
    public string? FileName { get; set; }

    public required string AddedBy { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    /// <summary>When somebody said something about it first, here or in a post that readers have; null while nobody has.</summary>
    public DateTimeOffset? DescribedAt { get; set; }

    public string? Alt { get; set; }

    public string? Caption { get; set; }

    public string? Credit { get; set; }

    public CreditKind? CreditKind { get; set; }

    public string? Place { get; set; }

    public DateOnly? Taken { get; set; }

    public string? Rights { get; set; }

    public DateTimeOffset? NotAfter { get; set; }

    /// <summary>When what shows it must be looked at next, because the right to show it ends or was renewed; null when it need not be.</summary>
    public DateTimeOffset? RightsDueAt { get; set; }

    /// <summary>All its words as they are searched.</summary>
    public string? SearchWords { get; set; }

    /// <summary>The place as it is searched.</summary>
    public string? SearchPlace { get; set; }

    /// <summary>What a journalist calls such a file.</summary>
    public abstract string Noun { get; }

    /// <summary>What the file says of itself, and is found by too.</summary>
    protected virtual string? OwnWords => null;

    public abstract LibraryFile ToFile();

    public MediaDetails Details
    {
        get => new() { Alt = Alt, Caption = Caption, Credit = Credit, CreditKind = CreditKind, Place = Place, Taken = Taken, Rights = Rights, NotAfter = NotAfter };
        set
        {
            (Alt, Caption, Credit, CreditKind, Place, Taken, Rights, NotAfter) = (value.Alt, value.Caption, value.Credit, value.CreditKind, value.Place, value.Taken, value.Rights, value.NotAfter);
            Index();
        }
    }

    /// <summary>Writes down by what it is found.</summary>
    public void Index()
    {
        // A line between them, which no field holds, so that a word is not found across two fields.
        SearchWords = Folded(string.Join('\n', new[] { Alt, Caption, Credit, Place, OwnWords, FileName }.Where(words => words is not null)));
        SearchPlace = Place is null ? null : Folded(Place);
    }

    /// <summary>Words as they are compared. SQLite knows upper and lower case of ASCII alone, so both sides are folded here; Arabic has no case and stays as it is written.</summary>
    public static string Folded(string text) => text.Normalize().ToLowerInvariant();

    protected InvalidOperationException Misnamed => new($"The library holds a {Noun} called {Name}.");
}

internal static class MediaModel
{
    // One table, so that whatever is asked of every file (by its words, until when it may be shown) is asked once.
    public static void Write(ModelBuilder model)
    {
        model.Entity<MediaRow>(row =>
        {
            row.ToTable("media");
            row.HasKey(file => file.Hash);
            row.HasDiscriminator<string>("Type").HasValue<PictureRow>("picture").HasValue<RecordingRow>("recording").HasValue<DocumentRow>("document");
            row.Property(file => file.CreditKind).HasConversion<string>();
            row.Ignore(file => file.Details);
            row.HasIndex(file => new { file.AddedAt, file.Hash });
            row.HasIndex(file => file.RightsDueAt).HasFilter("rights_due_at IS NOT NULL").HasDatabaseName("ix_media_rights_due");
        });
        model.Entity<PictureRow>().HasIndex(picture => picture.PartOf).HasFilter("part_of IS NOT NULL").HasDatabaseName("ix_media_part_of");
        model.Entity<PictureRow>().HasIndex(picture => picture.AddedAt).HasFilter("type = 'picture' AND developed_at IS NULL").HasDatabaseName("ix_media_pictures_due");
        model.Entity<RecordingRow>().HasIndex(recording => recording.AddedAt).HasFilter("type = 'recording' AND made_at IS NULL AND trouble IS NULL").HasDatabaseName("ix_media_recordings_due");
        model.Entity<PublishedPictureRow>(row =>
        {
            row.ToTable("published_pictures");
            row.HasKey(p => new { p.CoverageId, p.PostId, p.Hash });
            row.HasIndex(p => p.Hash);
            row.HasOne<CoverageRow>().WithMany().HasForeignKey(p => p.CoverageId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
