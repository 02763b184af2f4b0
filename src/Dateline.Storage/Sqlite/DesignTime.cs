using Microsoft.EntityFrameworkCore.Design;

namespace Dateline.Storage.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c> alone.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<NewsroomDb>
{
    public NewsroomDb CreateDbContext(string[] args) => new(SqliteStore.Options("design-time.db"));
}
