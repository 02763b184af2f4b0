using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Dateline.Public.Editions;

internal sealed class NewsroomView
{
    public required string Epoch { get; set; }
}

internal sealed class CoverageView
{
    public int Id { get; set; }

    public required string Slug { get; set; }

    public long Head { get; set; }

    public required string Status { get; set; }

    public required string Value { get; set; }
}

internal sealed class ChangeView
{
    public int CoverageId { get; set; }

    public long Seq { get; set; }

    public required string Op { get; set; }

    public long At { get; set; }

    public required string Value { get; set; }
}

internal sealed class PostView
{
    public int CoverageId { get; set; }

    public required string PostId { get; set; }

    public required string Sort { get; set; }

    public bool KeyEvent { get; set; }

    public required string Value { get; set; }
}

internal sealed class PageStartView
{
    public int CoverageId { get; set; }

    public int Number { get; set; }

    public required string Start { get; set; }
}

internal sealed class PictureView
{
    public required string Hash { get; set; }

    public bool Withdrawn { get; set; }
}

/// <summary>All that the reader's side can see of the database: the views named <c>public_*</c>, through a connection that can neither write nor read anything else.</summary>
public sealed class PublicDb(DbContextOptions<PublicDb> options) : DbContext(options)
{
    internal DbSet<NewsroomView> Newsroom => Set<NewsroomView>();

    internal DbSet<CoverageView> Coverages => Set<CoverageView>();

    internal DbSet<ChangeView> Changes => Set<ChangeView>();

    internal DbSet<PostView> Posts => Set<PostView>();

    internal DbSet<PictureView> Pictures => Set<PictureView>();

    internal DbSet<PageStartView> Pages => Set<PageStartView>();

    /// <summary>How to reach the public views of a SQLite file.</summary>
    public static DbContextOptions<PublicDb> Sqlite(string path) =>
        new DbContextOptionsBuilder<PublicDb>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly }.ToString())
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(new PublicOnly())
            .Options;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<NewsroomView>(view => { view.ToView("public_newsroom").HasNoKey(); view.Property(v => v.Epoch).HasColumnName("epoch"); });
        modelBuilder.Entity<CoverageView>(view =>
        {
            view.ToView("public_coverages").HasNoKey();
            view.Property(v => v.Id).HasColumnName("id");
            view.Property(v => v.Slug).HasColumnName("slug");
            view.Property(v => v.Head).HasColumnName("head");
            view.Property(v => v.Status).HasColumnName("status");
            view.Property(v => v.Value).HasColumnName("value");
        });
        modelBuilder.Entity<ChangeView>(view =>
        {
            view.ToView("public_changes").HasNoKey();
            view.Property(v => v.CoverageId).HasColumnName("coverage_id");
            view.Property(v => v.Seq).HasColumnName("seq");
            view.Property(v => v.Op).HasColumnName("op");
            view.Property(v => v.At).HasColumnName("at");
            view.Property(v => v.Value).HasColumnName("value");
        });
        modelBuilder.Entity<PostView>(view =>
        {
            view.ToView("public_posts").HasNoKey();
            view.Property(v => v.CoverageId).HasColumnName("coverage_id");
            view.Property(v => v.PostId).HasColumnName("post_id");
            view.Property(v => v.Sort).HasColumnName("sort");
            view.Property(v => v.KeyEvent).HasColumnName("key_event");
            view.Property(v => v.Value).HasColumnName("value");
        });
        modelBuilder.Entity<PictureView>(view =>
        {
            view.ToView("public_pictures").HasNoKey();
            view.Property(v => v.Hash).HasColumnName("hash");
            view.Property(v => v.Withdrawn).HasColumnName("withdrawn");
        });
        modelBuilder.Entity<PageStartView>(view =>
        {
            view.ToView("public_pages").HasNoKey();
            view.Property(v => v.CoverageId).HasColumnName("coverage_id");
            view.Property(v => v.Number).HasColumnName("number");
            view.Property(v => v.Start).HasColumnName("start");
        });
    }

    /// <summary>
    /// Every statement is shown to an authorizer when it is prepared, and one that reads a table other than through a public view is refused by SQLite itself.
    /// A query on this side that asks for a draft therefore fails, whatever it says. (sqlite3_set_authorizer; its last argument names the view in hand.)
    /// </summary>
    private sealed class PublicOnly : DbConnectionInterceptor
    {
        // All that the views are made of. SQLite takes a subquery that calls itself public_… for a view, so a view's name alone opens nothing.
        private static readonly Dictionary<string, string[]> Shown = new()
        {
            ["settings"] = ["key", "value"],
            ["coverages"] = ["id", "slug", "head", "status", "public_value", "staged_at"],
            ["changes"] = ["coverage_id", "seq", "op", "target", "at", "value"],
            ["published_posts"] = ["coverage_id", "post_id", "sort", "key_event", "value"],
            ["published_pictures"] = ["coverage_id", "hash", "withdrawn"],
            ["pages"] = ["coverage_id", "number", "start"],
        };

        private static readonly strdelegate_authorizer Authorizer = (_, action, table, column, _, view) => action switch
        {
            raw.SQLITE_SELECT or raw.SQLITE_FUNCTION or raw.SQLITE_TRANSACTION => raw.SQLITE_OK,
            raw.SQLITE_READ when IsPublic(table) || (IsPublic(view) && IsShown(table, column)) => raw.SQLITE_OK,
            raw.SQLITE_PRAGMA when table == "data_version" => raw.SQLITE_OK,
            _ => raw.SQLITE_DENY,
        };

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Restrict(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Restrict(connection);
            return Task.CompletedTask;
        }

        private static void Restrict(DbConnection connection) => raw.sqlite3_set_authorizer(((SqliteConnection)connection).Handle!, Authorizer, null);

        private static bool IsShown(string table, string column) => Shown.TryGetValue(table, out var columns) && (column.Length == 0 || columns.Contains(column));

        private static bool IsPublic(string? name) => name is not null && name.StartsWith("public_", StringComparison.Ordinal);
    }
}
