using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Media;

/// <summary>A video, sound or captions in the library.</summary>
internal sealed class RecordingRow : MediaRow
{
    public long Bytes { get; set; }

    public required string AddedBy { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    /// <summary>When what readers get was made of it; null while that is still due.</summary>
    public DateTimeOffset? MadeAt { get; set; }

    /// <summary>Why it can never be made, in a sentence; null unless that was tried.</summary>
    public string? Trouble { get; set; }
}

internal static class RecordingModel
{
    public static void Write(ModelBuilder model) => model.Entity<RecordingRow>(row =>
    {
        row.ToTable("recordings");
        row.HasKey(r => r.Hash);
        row.HasIndex(r => r.AddedAt).HasFilter("made_at IS NULL AND trouble IS NULL").HasDatabaseName("ix_recordings_due");
        row.HasIndex(r => r.RightsDueAt).HasFilter("rights_due_at IS NOT NULL").HasDatabaseName("ix_recordings_rights_due");
    });
}
