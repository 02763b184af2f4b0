namespace Dateline.Storage.Sqlite;

/// <summary>
/// Which pictures, recordings and documents readers may have follows from what readers have: triggers write it down in the statement that writes a public row, whoever writes it (publishing, an edit, an import, taking down),
/// so no way of publishing can forget it, and no way of taking back either.
/// </summary>
internal static class PictureTriggers
{
    // The name of a picture, recording or document begins with its hash, and a hyphen or a full stop; a superset of the fields that show them does no harm, as all of this is public.
    private static string Shown(string post, string value) => $"""
        INSERT OR IGNORE INTO published_pictures (coverage_id, post_id, hash, withdrawn)
          SELECT {post}, substr(value, 1, 64), 0 FROM json_tree({value})
          WHERE key IN ('media', 'poster', 'artwork', 'captions', 'firstPage') AND type = 'text' AND substr(value, 65, 1) IN ('-', '.') AND substr(value, 1, 64) NOT GLOB '*[^0-9a-f]*';
        """;

    public static readonly string Create = $"""
        CREATE TRIGGER published_posts_pictures_added AFTER INSERT ON published_posts BEGIN
          {Shown("NEW.coverage_id, NEW.post_id", "NEW.value")}
        END;
        CREATE TRIGGER published_posts_pictures_changed AFTER UPDATE OF value ON published_posts WHEN json_extract(NEW.value, '$.withdrawn') IS NULL BEGIN
          DELETE FROM published_pictures WHERE coverage_id = NEW.coverage_id AND post_id = NEW.post_id;
          {Shown("NEW.coverage_id, NEW.post_id", "NEW.value")}
        END;
        CREATE TRIGGER published_posts_pictures_withdrawn AFTER UPDATE OF value ON published_posts WHEN json_extract(NEW.value, '$.withdrawn') IS NOT NULL BEGIN
          UPDATE published_pictures SET withdrawn = 1 WHERE coverage_id = NEW.coverage_id AND post_id = NEW.post_id;
        END;
        CREATE TRIGGER published_posts_pictures_gone AFTER DELETE ON published_posts BEGIN
          DELETE FROM published_pictures WHERE coverage_id = OLD.coverage_id AND post_id = OLD.post_id;
        END;
        CREATE TRIGGER coverages_pictures_added AFTER INSERT ON coverages BEGIN
          {Shown("NEW.id, ''", "NEW.public_value")}
        END;
        CREATE TRIGGER coverages_pictures_changed AFTER UPDATE OF public_value ON coverages BEGIN
          DELETE FROM published_pictures WHERE coverage_id = NEW.id AND post_id = '';
          {Shown("NEW.id, ''", "NEW.public_value")}
        END;
        """;

    public const string Drop = """
        DROP TRIGGER published_posts_pictures_added; DROP TRIGGER published_posts_pictures_changed; DROP TRIGGER published_posts_pictures_withdrawn; DROP TRIGGER published_posts_pictures_gone;
        DROP TRIGGER coverages_pictures_added; DROP TRIGGER coverages_pictures_changed;
        """;
}
