using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Pictures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pictures",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    added_by = table.Column<string>(type: "TEXT", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    developed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pictures", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "published_pictures",
                columns: table => new
                {
                    coverage_id = table.Column<int>(type: "INTEGER", nullable: false),
                    post_id = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_pictures", x => new { x.coverage_id, x.post_id, x.hash });
                    table.ForeignKey(
                        name: "FK_published_pictures_coverages_coverage_id",
                        column: x => x.coverage_id,
                        principalTable: "coverages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pictures_due",
                table: "pictures",
                column: "added_at",
                filter: "developed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_published_pictures_hash",
                table: "published_pictures",
                column: "hash");

            migrationBuilder.Sql(PictureTriggers.Create);
            migrationBuilder.Sql(PublicViews.CreatePictures);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(PublicViews.DropPictures);
            migrationBuilder.Sql(PictureTriggers.Drop);

            migrationBuilder.DropTable(
                name: "pictures");

            migrationBuilder.DropTable(
                name: "published_pictures");
        }
    }
}
