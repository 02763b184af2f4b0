using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dateline.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PictureDetails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "alt",
                table: "pictures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "caption",
                table: "pictures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "credit",
                table: "pictures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "credit_kind",
                table: "pictures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "place",
                table: "pictures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rights",
                table: "pictures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "search_place",
                table: "pictures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "search_words",
                table: "pictures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "taken",
                table: "pictures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_pictures_added_at_hash",
                table: "pictures",
                columns: new[] { "added_at", "hash" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_pictures_added_at_hash",
                table: "pictures");

            migrationBuilder.DropColumn(
                name: "alt",
                table: "pictures");

            migrationBuilder.DropColumn(
                name: "caption",
                table: "pictures");

            migrationBuilder.DropColumn(
                name: "credit",
                table: "pictures");

            migrationBuilder.DropColumn(
                name: "credit_kind",
                table: "pictures");

            migrationBuilder.DropColumn(
                name: "place",
                table: "pictures");

            migrationBuilder.DropColumn(
                name: "rights",
                table: "pictures");

            migrationBuilder.DropColumn(
                name: "search_place",
                table: "pictures");

            migrationBuilder.DropColumn(
                name: "search_words",
                table: "pictures");

            migrationBuilder.DropColumn(
                name: "taken",
                table: "pictures");
        }
    }
}
