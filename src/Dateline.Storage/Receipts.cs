using Dateline.Core.Outcomes;

namespace Dateline.Storage;

/// <summary>A request that may be sent again: who sent it, to which route, under which key, with what.</summary>
/// <param name="Token">The member or token.</param>
/// <param name="Route">The method and address.</param>
/// <param name="Key">The idempotency key.</param>
/// <param name="BodyHash">Names the body: the same key with another is refused.</param>
public sealed record Receipt(string Token, string Route, string Key, string BodyHash);

/// <summary>What is answered to a write: the same again, when it is asked again.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Json">The body.</param>
/// <param name="Revision">The post's revision, for its ETag.</param>
public sealed record Answer(int Status, string Json, int? Revision = null);

/// <summary>Does a piece of work once, however often it is asked for: the answer is kept for a day in the transaction of the work itself.</summary>
public static class Receipts
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>The work's answer, or the one it gave before; without a receipt the work is simply done.</summary>
    public static async Task<Result<Answer>> Once(this OpenCoverage open, Receipt? receipt, Func<Task<Result<Answer>>> work)
    {
        if (receipt is null) return await work();
        var since = open.Now - Kept;
        var pen = open.Pen;
        var found = pen.First($"SELECT body_hash, status, answer, revision FROM receipts WHERE token = {receipt.Token} AND route = {receipt.Route} AND key = {receipt.Key} AND at > {since}",
            row => new Found(row.GetString(0), new Answer(row.GetInt32(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetInt32(3))));
        if (found is not null)
        {
            return found.BodyHash == receipt.BodyHash
                ? found.Answer
                : new Refusal(RefusalKind.KeyReused, "This idempotency key was used for another request; send each request with a key of its own.");
        }
        var result = await work();
        if (!result.Try(out var answer, out var refusal)) return refusal;
        pen.Do($"DELETE FROM receipts WHERE at <= {since}");
        pen.Do($"""
            INSERT INTO receipts (token, route, key, body_hash, status, answer, revision, at)
            VALUES ({receipt.Token}, {receipt.Route}, {receipt.Key}, {receipt.BodyHash}, {answer.Status}, {answer.Json}, {answer.Revision}, {open.Now})
            """);
        return answer;
    }

    private sealed record Found(string BodyHash, Answer Answer);
}
