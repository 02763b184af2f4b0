using System.Data.Common;
using System.Text.Json;
using Dateline.Core.Journal;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Dateline.Public.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Public.Editions;

/// <summary>A connection that is kept, with the questions prepared on it that are asked after every change: preparing them anew each time costs several times what answering them does. Not thread-safe.</summary>
internal sealed class Snapshot : IDisposable
{
    /// <summary>A coverage that changed more than this since it was read last is read whole.</summary>
    private const int MostFollowed = 1_000;

    private readonly PublicDb _db;
    private readonly DbCommand _begin, _end, _coverage, _changes, _newest, _order, _post, _keyEvents, _oldest, _pages;

    public Snapshot(DbContextOptions<PublicDb> options)
    {
        _db = new PublicDb(options);
        _db.Database.OpenConnection();
        _begin = Command("BEGIN");
        _end = Command("COMMIT");
        _coverage = Command("SELECT coverage.id, coverage.head, coverage.value, newsroom.epoch FROM public_coverages AS coverage, public_newsroom AS newsroom WHERE coverage.slug = @slug", "@slug");
        _changes = Command("SELECT seq, at, value FROM public_changes WHERE coverage_id = @coverage AND seq > @after ORDER BY seq LIMIT @most", "@coverage", "@after", "@most");
        _newest = Command("SELECT value FROM public_posts WHERE coverage_id = @coverage ORDER BY sort DESC LIMIT @most", "@coverage", "@most");
        _order = Command("SELECT post_id FROM public_posts WHERE coverage_id = @coverage ORDER BY sort DESC LIMIT @most", "@coverage", "@most");
        _post = Command("SELECT value FROM public_posts WHERE coverage_id = @coverage AND post_id = @post", "@coverage", "@post");
        _keyEvents = Command("SELECT value FROM public_posts WHERE coverage_id = @coverage AND key_event ORDER BY sort DESC LIMIT @most", "@coverage", "@most");
        _oldest = Command("SELECT sort FROM public_posts WHERE coverage_id = @coverage ORDER BY sort LIMIT 1", "@coverage");
        _pages = Command("SELECT start FROM public_pages WHERE coverage_id = @coverage AND number > @known ORDER BY number", "@coverage", "@known");
    }

    public void Dispose()
    {
        foreach (var command in (DbCommand[])[_begin, _end, _coverage, _changes, _newest, _order, _post, _keyEvents, _oldest, _pages]) command.Dispose();
        _db.Dispose();
    }

    /// <summary>The coverage as it is now, with what changed since an older edition of it; null when readers may not know of it.</summary>
    /// <remarks>After an exception the connection is in the middle of something, and not to be used again.</remarks>
    public EditionUpdate? Read(string slug, Edition? since)
    {
        _begin.ExecuteNonQuery();
        var update = Look(slug, since);
        _end.ExecuteNonQuery();
        return update;
    }

    private EditionUpdate? Look(string slug, Edition? since)
    {
        if (Rows(_coverage, row => (Id: row.GetInt32(0), Head: row.GetInt64(1), Value: row.GetString(2), Epoch: row.GetString(3)), slug) is not [var found]) return null;
        var coverage = JsonSerializer.Deserialize(found.Value, DatelineJson.Default.PublicCoverage)!;
        var before = since is not null && since.Epoch == found.Epoch && since.Id == found.Id && since.Head <= found.Head ? since : null;
        var changes = before is null ? [] : Changes(found.Id, before.Head);
        if (changes.Count > 0 && changes[^1].Seq != found.Head) changes = [];
        if (changes.Count == 0) before = null;

        var newest = before is null ? Posts(_newest, found.Id, Edition.PageSize) : Newest(found.Id, before, changes);
        var edition = new Edition
        {
            Id = found.Id,
            Epoch = found.Epoch,
            Head = found.Head,
            Coverage = coverage,
            Newest = newest,
            Pinned = coverage.Pinned is { } pinned ? newest.FirstOrDefault(post => post.Id == pinned) ?? Post(found.Id, pinned.ToString()) : null,
            KeyEvents = before is not null && !changes.Any(entry => Touches(entry, before)) ? before.KeyEvents : KeyEvents(found.Id),
            BeganAt = Rows(_oldest, row => row.GetString(0), found.Id) is [var oldest] ? SortKey.Parse(oldest).At : null,
            PageStarts = PageStarts(found.Id, before?.PageStarts ?? []),
        };
        return new EditionUpdate(edition, changes);
    }

    private List<Entry> Changes(int coverage, long after) =>
        Rows(_changes, row => new Entry(row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), JsonSerializer.Deserialize(row.GetString(2), DatelineJson.Default.Change)!), coverage, after, MostFollowed);

    // A post that no change was about is as it was; one that was changed is in its newest change. Only what came up from the older posts has to be fetched.
    private List<PublicPost> Newest(int coverage, Edition before, List<Entry> changes)
    {
        var known = before.Newest.ToDictionary(post => post.Id.ToString());
        foreach (var (_, _, change) in changes)
        {
            if (change.Target?.ToString() is not { } id) continue;
            if (change switch { Upsert upsert => upsert.Post, Withdraw withdraw => withdraw.Post, _ => null } is not { } now) known.Remove(id);
            // The same post by another change is the same object still: what was made of it is found again.
            else if (known.GetValueOrDefault(id) != now) known[id] = now;
        }
        return Rows(_order, row => row.GetString(0), coverage, Edition.PageSize).ConvertAll(id => known.GetValueOrDefault(id) ?? Post(coverage, id)!);
    }

    private List<KeyEvent> KeyEvents(int coverage) =>
        Posts(_keyEvents, coverage, Edition.MostKeyEvents).ConvertAll(post => new KeyEvent(post.Id, post.Time, post.Headline ?? PlainText.Opening(post)));

    private IReadOnlyList<string> PageStarts(int coverage, IReadOnlyList<string> known) =>
        Rows(_pages, row => row.GetString(0), coverage, known.Count) is { Count: > 0 } added ? [.. known, .. added] : known;

    private static bool Touches(Entry entry, Edition before) => entry.Change switch
    {
        Upsert { Post.KeyEvent: true } => true,
        { Target: { } target } => before.KeyEvents.Any(keyEvent => keyEvent.Post == target) || before.KeyEvents.Count == Edition.MostKeyEvents,
        _ => false,
    };

    private PublicPost? Post(int coverage, string id) => Posts(_post, coverage, id).FirstOrDefault();

    private static List<PublicPost> Posts(DbCommand command, params ReadOnlySpan<object> values) =>
        Rows(command, row => JsonSerializer.Deserialize(row.GetString(0), DatelineJson.Default.PublicPost)!, values);

    private static List<T> Rows<T>(DbCommand command, Func<DbDataReader, T> read, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        var rows = new List<T>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private DbCommand Command(string text, params ReadOnlySpan<string> parameters)
    {
        var command = _db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
