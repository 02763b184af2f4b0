using Dateline.Core.Blocks;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Media;

/// <summary>A picture in the library.</summary>
internal sealed class PictureRow : MediaRow
{
    /// <summary>What it was found to be: <c>jpeg</c>, <c>png</c> …</summary>
    public required string Kind { get; set; }

    public long Bytes { get; set; }

    public required string AddedBy { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    /// <summary>When its renditions were made, or given up; null while they are still due.</summary>
    public DateTimeOffset? DevelopedAt { get; set; }

    public string? Alt { get; set; }

    public string? Caption { get; set; }

    public string? Credit { get; set; }

    public CreditKind? CreditKind { get; set; }

    public string? Place { get; set; }

    public DateOnly? Taken { get; set; }

    public string? Rights { get; set; }

    /// <summary>Alt text, caption, credit and place as they are searched; null while nothing is known.</summary>
    public string? SearchWords { get; set; }

    /// <summary>The place as it is searched.</summary>
    public string? SearchPlace { get; set; }
}

/// <summary>That something readers have shows a picture or another file of the library, or did until it was withdrawn. Written by triggers, with the public row itself.</summary>
internal sealed class PublishedPictureRow
{
    public int CoverageId { get; set; }

    /// <summary>The post; empty for what stands at the top of the page.</summary>
    public required string PostId { get; set; }

    public required string Hash { get; set; }

    public bool Withdrawn { get; set; }
}

internal static class PictureModel
{
    public static void Write(ModelBuilder model)
    {
        model.Entity<PictureRow>(row =>
        {
            row.ToTable("pictures");
            row.HasKey(p => p.Hash);
            row.HasIndex(p => p.AddedAt).HasFilter("developed_at IS NULL").HasDatabaseName("ix_pictures_due");
            row.HasIndex(p => new { p.AddedAt, p.Hash });
            row.HasIndex(p => p.RightsDueAt).HasFilter("rights_due_at IS NOT NULL").HasDatabaseName("ix_pictures_rights_due");
            row.Property(p => p.CreditKind).HasConversion<string>();
        });
        model.Entity<PublishedPictureRow>(row =>
        {
            row.ToTable("published_pictures");
            row.HasKey(p => new { p.CoverageId, p.PostId, p.Hash });
            row.HasIndex(p => p.Hash);
            row.HasOne<CoverageRow>().WithMany().HasForeignKey(p => p.CoverageId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
