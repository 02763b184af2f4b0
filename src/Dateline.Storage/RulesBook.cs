using System.Text.Json;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Core.Rules;
using Dateline.Storage.Audit;
using Dateline.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage;

/// <summary>What the newsroom has agreed on for all its live pages. A row of the database and no setting of the operator's: the people of the desk change it, on the day, and the audit log says who did.</summary>
public sealed class RulesBook(Newsroom newsroom)
{
    private const string Key = "rules";

    /// <summary>The rules as they are; a newsroom that agreed on nothing yet has the usual ones.</summary>
    public async Task<HouseRules> Read(CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        return await Read(db, cancellation);
    }

    /// <summary>Agrees on other rules.</summary>
    /// <param name="edit">The next rules, from those that stand.</param>
    /// <param name="by">Who changes them.</param>
    /// <param name="detail">What is changed, for the audit log.</param>
    public Task<Result<HouseRules>> Change(Func<HouseRules, HouseRules> edit, Hand by, Func<HouseRules, HouseRules, string> detail, CancellationToken cancellation) => newsroom.Write<HouseRules>(async (db, now) =>
    {
        var before = await Read(db, CancellationToken.None);
        var after = edit(before);
        var problems = new Problems();
        after.Check(problems);
        if (problems.Found.Count > 0) return Refusal.Of(problems.Found);
        if (after == before) return after;
        var value = JsonSerializer.Serialize(after, DatelineJson.Relaxed.HouseRules);
        if (await db.Settings.SingleOrDefaultAsync(row => row.Key == Key, CancellationToken.None) is { } row) row.Value = value;
        else db.Settings.Add(new SettingRow { Key = Key, Value = value });
        db.Note(now, by, "changed the rules", "newsroom", detail(before, after));
        return after;
    }, cancellation);

    /// <summary>The rules, in the transaction that others wait for: asked at every release.</summary>
    internal static HouseRules Read(Pen pen) => Of(pen.Text($"SELECT value FROM settings WHERE key = {Key}"));

    private static async Task<HouseRules> Read(NewsroomDb db, CancellationToken cancellation) =>
        Of(await db.Settings.AsNoTracking().Where(row => row.Key == Key).Select(row => row.Value).SingleOrDefaultAsync(cancellation));

    private static HouseRules Of(string? value) => value is null ? new HouseRules() : JsonSerializer.Deserialize(value, DatelineJson.Default.HouseRules)!;
}
