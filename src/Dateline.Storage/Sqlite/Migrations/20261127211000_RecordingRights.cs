using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RecordingRights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "not_after",
                table: "recordings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "rights_due_at",
                table: "recordings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_recordings_rights_due",
                table: "recordings",
                column: "rights_due_at",
                filter: "rights_due_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_recordings_rights_due",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "not_after",
                table: "recordings");

            migrationBuilder.DropColumn(
                name: "rights_due_at",
                table: "recordings");
        }
    }
}
