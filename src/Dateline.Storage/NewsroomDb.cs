using Dateline.Storage.Audit;
using Dateline.Storage.Media;
using Dateline.Storage.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dateline.Storage;

/// <summary>The newsroom's tables: desk and public side alike. Readers never come here; they see the views named <c>public_*</c>.</summary>
public sealed class NewsroomDb(DbContextOptions<NewsroomDb> options) : DbContext(options)
{
    internal DbSet<CoverageRow> Coverages => Set<CoverageRow>();

    internal DbSet<PostRow> Posts => Set<PostRow>();

    internal DbSet<RevisionRow> Revisions => Set<RevisionRow>();

    internal DbSet<ChangeRow> Changes => Set<ChangeRow>();

    internal DbSet<PublishedPostRow> PublishedPosts => Set<PublishedPostRow>();

    internal DbSet<PageRow> Pages => Set<PageRow>();

    internal DbSet<TokenRow> Tokens => Set<TokenRow>();

    internal DbSet<ReceiptRow> Receipts => Set<ReceiptRow>();

    internal DbSet<SettingRow> Settings => Set<SettingRow>();

    internal DbSet<MemberAccount> Members => Set<MemberAccount>();

    internal DbSet<NameRow> MemberNames => Set<NameRow>();

    internal DbSet<SessionRow> Sessions => Set<SessionRow>();

    internal DbSet<LinkRow> Links => Set<LinkRow>();

    internal DbSet<AuditRow> Audit => Set<AuditRow>();

    internal DbSet<MediaRow> Media => Set<MediaRow>();

    internal DbSet<PictureRow> Pictures => Set<PictureRow>();

    internal DbSet<DocumentRow> Documents => Set<DocumentRow>();

    internal DbSet<RecordingRow> Recordings => Set<RecordingRow>();

    /// <summary>Where this context waits for its turn, when it saves by itself instead of in a turn of <see cref="Newsroom"/>.</summary>
    internal WriteLane? Lane { get; init; }

    /// <summary>Adds a line to the audit log; it is written with whatever is saved next, in the same transaction.</summary>
    /// <param name="did">One of <see cref="Deeds.All"/>.</param>
    public void Note(DateTimeOffset at, Hand by, string did, string about, string? detail = null) => Audit.Add(AuditRow.Of(at, by, did, about, detail));

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = Lane is null ? null : await Lane.EnterAlways(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<DateTimeOffsetToMilliseconds>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CoverageRow>(row =>
        {
            row.ToTable("coverages");
            row.HasKey(c => c.Id);
            row.HasIndex(c => c.Slug).IsUnique();
        });
        modelBuilder.Entity<PostRow>(row =>
        {
            row.ToTable("posts");
            row.HasKey(p => p.Id);
            row.HasIndex(p => new { p.CoverageId, p.State, p.Sort });
            row.HasIndex(p => p.DueAt).HasFilter("due_at IS NOT NULL");
            row.HasOne<CoverageRow>().WithMany().HasForeignKey(p => p.CoverageId);
        });
        modelBuilder.Entity<RevisionRow>(row =>
        {
            row.ToTable("revisions");
            row.HasKey(r => new { r.PostId, r.Number });
            row.HasOne<PostRow>().WithMany().HasForeignKey(r => r.PostId);
        });
        modelBuilder.Entity<ChangeRow>(row =>
        {
            row.ToTable("changes");
            row.HasKey(c => new { c.CoverageId, c.Seq });
            row.HasIndex(c => new { c.CoverageId, c.Target });
            row.HasOne<CoverageRow>().WithMany().HasForeignKey(c => c.CoverageId);
        });
        modelBuilder.Entity<PublishedPostRow>(row =>
        {
            row.ToTable("published_posts");
            row.HasKey(p => new { p.CoverageId, p.PostId });
            row.HasIndex(p => new { p.CoverageId, p.Sort }).IsUnique();
            row.HasIndex(p => p.CoverageId).HasFilter("key_event").HasDatabaseName("ix_published_posts_key_events");
            row.HasOne<CoverageRow>().WithMany().HasForeignKey(p => p.CoverageId);
        });
        modelBuilder.Entity<PageRow>(row =>
        {
            row.ToTable("pages");
            row.HasKey(p => new { p.CoverageId, p.Number });
            row.HasOne<CoverageRow>().WithMany().HasForeignKey(p => p.CoverageId);
        });
        modelBuilder.Entity<TokenRow>(row =>
        {
            row.ToTable("tokens");
            row.HasKey(t => t.Name);
            row.HasIndex(t => t.Hash).IsUnique();
        });
        modelBuilder.Entity<ReceiptRow>(row =>
        {
            row.ToTable("receipts");
            row.HasKey(r => new { r.Token, r.Route, r.Key });
            row.HasIndex(r => r.At);
        });
        modelBuilder.Entity<SettingRow>(row =>
        {
            row.ToTable("settings");
            row.HasKey(s => s.Key);
        });
        MembersModel.Write(modelBuilder);
        MediaModel.Write(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().Where(type => !type.IsMappedToJson()).SelectMany(type => type.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "_" : "")}{char.ToLowerInvariant(c)}" : $"{c}"));

    // Instants as a count compare and index the same on every database.
    private sealed class DateTimeOffsetToMilliseconds() : ValueConverter<DateTimeOffset, long>(
        at => at.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
