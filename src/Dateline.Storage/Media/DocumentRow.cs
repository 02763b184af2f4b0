using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Media;

/// <summary>A document in the library.</summary>
internal sealed class DocumentRow
{
    public required string Hash { get; set; }

    /// <summary>Its whole name, which begins with the hash.</summary>
    public required string Name { get; set; }

    /// <summary>The name of the picture of its first page.</summary>
    public required string FirstPage { get; set; }

    public string? Title { get; set; }

    public string? Author { get; set; }

    public string? Program { get; set; }

    public required string AddedBy { get; set; }

    public DateTimeOffset AddedAt { get; set; }
}

internal static class DocumentModel
{
    public static void Write(ModelBuilder model) => model.Entity<DocumentRow>(row =>
    {
        row.ToTable("documents");
        row.HasKey(d => d.Hash);
    });
}
