using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PictureRights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "not_after",
                table: "pictures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "rights_due_at",
                table: "pictures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_pictures_rights_due",
                table: "pictures",
                column: "rights_due_at",
                filter: "rights_due_at IS NOT NULL");

            migrationBuilder.Sql("CREATE INDEX ix_posts_lapsed ON posts (id) WHERE json_extract(value, '$.lapsed') IS NOT NULL;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_posts_lapsed;");

            migrationBuilder.DropIndex(
                name: "ix_pictures_rights_due",
                table: "pictures");

            migrationBuilder.DropColumn(
                name: "not_after",
                table: "pictures");

            migrationBuilder.DropColumn(
                name: "rights_due_at",
                table: "pictures");
        }
    }
}
