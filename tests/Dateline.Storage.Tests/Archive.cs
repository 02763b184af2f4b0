using System.Text.Json;
using Dateline.Core.Coverages;
using Dateline.Core.Journal;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Tests;

/// <summary>What lies in the database file, read past all our own code.</summary>
internal sealed class Archive(string path)
{
    public List<string> Texts(string sql, params (string Name, object Value)[] parameters) => Rows(sql, reader => reader.GetString(0), parameters);

    public List<long> Numbers(string sql, params (string Name, object Value)[] parameters) => Rows(sql, reader => reader.GetInt64(0), parameters);

    public long Count(string table) => Numbers($"SELECT count(*) FROM {table}")[0];

    public List<Entry> Journal(string slug) => Rows(
        "SELECT seq, at, value FROM changes WHERE coverage_id = (SELECT id FROM coverages WHERE slug = @slug) ORDER BY seq",
        reader => new Entry(reader.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)), JsonSerializer.Deserialize(reader.GetString(2), DatelineJson.Default.Change)!),
        ("slug", slug));

    public List<PublicPost> Posts(string slug) =>
        [.. Texts("SELECT value FROM published_posts WHERE coverage_id = (SELECT id FROM coverages WHERE slug = @slug) ORDER BY sort DESC", ("slug", slug)).Select(value => JsonSerializer.Deserialize(value, DatelineJson.Default.PublicPost)!)];

    public List<string> PageStarts(string slug) =>
        Texts("SELECT start FROM pages WHERE coverage_id = (SELECT id FROM coverages WHERE slug = @slug) ORDER BY number", ("slug", slug));

    /// <summary>The headlines on each numbered page, oldest page first, newest post first on each.</summary>
    public List<List<string?>> Pages(string slug)
    {
        var (starts, posts) = (PageStarts(slug), Posts(slug));
        return [.. starts.Select((start, i) => posts
            .Where(post => string.CompareOrdinal(post.Sort.ToString(), start) >= 0 && (i + 1 == starts.Count || string.CompareOrdinal(post.Sort.ToString(), starts[i + 1]) < 0))
            .Select(post => post.Headline ?? post.Withdrawn?.Text).ToList())];
    }

    public PublicCoverage Coverage(string slug) =>
        JsonSerializer.Deserialize(Texts("SELECT public_value FROM coverages WHERE slug = @slug", ("slug", slug))[0], DatelineJson.Default.PublicCoverage)!;

    public long Head(string slug) => Numbers("SELECT head FROM coverages WHERE slug = @slug", ("slug", slug))[0];

    /// <summary>Every character of the file and of what is not yet folded into it.</summary>
    public bool Holds(string text)
    {
        var wanted = System.Text.Encoding.UTF8.GetBytes(text);
        return new[] { path, $"{path}-wal" }.Where(File.Exists).Any(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes.AsSpan().IndexOf(wanted) >= 0;
        });
    }

    public void Do(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object Value)[] parameters)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue($"@{name}", value);
        using var reader = command.ExecuteReader();
        var found = new List<T>();
        while (reader.Read()) found.Add(read(reader));
        return found;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }
}
