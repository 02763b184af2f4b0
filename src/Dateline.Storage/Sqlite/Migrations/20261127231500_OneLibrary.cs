using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Storage.Sqlite.Migrations
{
    /// <summary>Pictures, recordings and documents lie in one table from now on: whatever is asked of all of them is asked once.</summary>
    public partial class OneLibrary : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "media",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 13, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: true),
                    added_by = table.Column<string>(type: "TEXT", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    described_at = table.Column<long>(type: "INTEGER", nullable: true),
                    alt = table.Column<string>(type: "TEXT", nullable: true),
                    caption = table.Column<string>(type: "TEXT", nullable: true),
                    credit = table.Column<string>(type: "TEXT", nullable: true),
                    credit_kind = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    taken = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    rights = table.Column<string>(type: "TEXT", nullable: true),
                    not_after = table.Column<long>(type: "INTEGER", nullable: true),
                    rights_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    search_words = table.Column<string>(type: "TEXT", nullable: true),
                    search_place = table.Column<string>(type: "TEXT", nullable: true),
                    part_of = table.Column<string>(type: "TEXT", nullable: true),
                    developed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    still = table.Column<string>(type: "TEXT", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: true),
                    trouble = table.Column<string>(type: "TEXT", nullable: true),
                    first_page = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: true),
                    author = table.Column<string>(type: "TEXT", nullable: true),
                    program = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_media", x => x.hash);
                });

            // A picture about which anything is known was described; when, nobody wrote down.
            // The size of a document stands in its name, and lower() knows ASCII alone: a title in another script is found by how it is written until it is described.
            migrationBuilder.Sql("""
                INSERT INTO media (hash, type, name, kind, bytes, added_by, added_at, described_at, alt, caption, credit, credit_kind, place, taken, rights, not_after, rights_due_at, search_words, search_place, part_of, developed_at)
                  SELECT hash, 'picture', name, kind, bytes, added_by, added_at, CASE WHEN search_words IS NOT NULL OR taken IS NOT NULL OR rights IS NOT NULL OR credit_kind IS NOT NULL THEN added_at END,
                    alt, caption, credit, credit_kind, place, taken, rights, not_after, rights_due_at, search_words, search_place, (SELECT documents.hash FROM documents WHERE first_page = pictures.name), developed_at FROM pictures;
                INSERT INTO media (hash, type, name, kind, bytes, added_by, added_at, not_after, rights_due_at, made_at, trouble)
                  SELECT hash, 'recording', name, CASE WHEN name LIKE '%.mp4' THEN 'video' WHEN name LIKE '%.vtt' THEN 'captions' ELSE 'audio' END, bytes, added_by, added_at, not_after, rights_due_at, made_at, trouble FROM recordings WHERE true
                  ON CONFLICT DO NOTHING;
                INSERT INTO media (hash, type, name, kind, bytes, added_by, added_at, search_words, first_page, title, author, program)
                  SELECT hash, 'document', name, 'pdf', CAST(replace(substr(name, 66 + instr(substr(name, 66), '-')), '.pdf', '') AS INTEGER), added_by, added_at, lower(title), first_page, title, author, program FROM documents WHERE true
                  ON CONFLICT DO NOTHING;
                """);

            migrationBuilder.DropTable(
                name: "pictures");

            migrationBuilder.DropTable(
                name: "recordings");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.CreateIndex(
                name: "IX_media_added_at_hash",
                table: "media",
                columns: new[] { "added_at", "hash" });

            migrationBuilder.CreateIndex(
                name: "ix_media_part_of",
                table: "media",
                column: "part_of",
                filter: "part_of IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_media_pictures_due",
                table: "media",
                column: "added_at",
                filter: "type = 'picture' AND developed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_media_recordings_due",
                table: "media",
                column: "added_at",
                filter: "type = 'recording' AND made_at IS NULL AND trouble IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_media_rights_due",
                table: "media",
                column: "rights_due_at",
                filter: "rights_due_at IS NOT NULL");
        }
    }
}
