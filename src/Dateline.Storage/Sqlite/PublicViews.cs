namespace Dateline.Storage.Sqlite;

/// <summary>
/// All that readers may have, as SQL views. A live page that is still a draft, or an import still being staged, is in none of them,
/// so that no query on the public side can forget to leave it out.
/// </summary>
internal static class PublicViews
{
    public const string Create = """
        CREATE VIEW public_newsroom AS
          SELECT value AS epoch FROM settings WHERE key = 'epoch';
        CREATE VIEW public_coverages AS
          SELECT id, slug, head, status, public_value AS value FROM coverages
          WHERE status <> 'draft' AND staged_at IS NULL;
        CREATE VIEW public_changes AS
          SELECT coverage_id, seq, op, target, at, value FROM changes
          WHERE coverage_id IN (SELECT id FROM coverages WHERE status <> 'draft' AND staged_at IS NULL);
        CREATE VIEW public_posts AS
          SELECT coverage_id, post_id, sort, key_event, value FROM published_posts
          WHERE coverage_id IN (SELECT id FROM coverages WHERE status <> 'draft' AND staged_at IS NULL);
        CREATE VIEW public_pages AS
          SELECT coverage_id, number, start FROM pages
          WHERE coverage_id IN (SELECT id FROM coverages WHERE status <> 'draft' AND staged_at IS NULL);
        """;

    public const string Drop = "DROP VIEW public_newsroom; DROP VIEW public_coverages; DROP VIEW public_changes; DROP VIEW public_posts; DROP VIEW public_pages;";

    /// <summary>Which pictures may be had, added in the migration that added pictures.</summary>
    public const string CreatePictures = """
        CREATE VIEW public_pictures AS
          SELECT hash, withdrawn FROM published_pictures
          WHERE coverage_id IN (SELECT id FROM coverages WHERE status <> 'draft' AND staged_at IS NULL);
        """;

    public const string DropPictures = "DROP VIEW public_pictures;";
}
