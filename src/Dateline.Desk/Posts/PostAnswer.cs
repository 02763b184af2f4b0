using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Core.Coverages;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Storage;

namespace Dateline.Desk.Posts;

/// <summary>A post as every answer shows it: flat, with what readers have (or, before they have it, the working copy) and what became of it.</summary>
internal static class PostAnswer
{
    public static Result<Answer> Done(int status, Post post, long? seq, Pin? pin) => new Answer(status, AnswerWriter.Write(Of(post, seq, pin)), post.Revision);

    /// <summary>The same in a transaction: a write that readers see nothing of still says which change they have.</summary>
    public static Result<Answer> Done(int status, Post post, long? seq, OpenCoverage open) => Done(status, open.AsKept(post), seq ?? open.Seq(post.Id), open.Coverage.Pin);

    public static JsonObject Of(Post post, long? seq, Pin? pin)
    {
        var json = new JsonObject
        {
            ["id"] = post.Id.ToString(),
            ["state"] = StateName(post.State),
            ["revision"] = post.Revision,
        };
        if (seq is { } number) json["seq"] = number;
        Merge(json, JsonSerializer.SerializeToNode(post.Live ?? post.Latest, DatelineJson.Relaxed.PostContent)!.AsObject());
        json["breaking"] = post.Breaking is not null;
        json["keyEvent"] = post.KeyEvent is not null;
        json["pinned"] = pin?.Post == post.Id;
        json["createdBy"] = post.CreatedBy;
        json["createdAt"] = Instants.Write(post.CreatedAt);
        if (post.Publication is { } publication) json["firstPublishedAt"] = Instants.Write(publication.FirstAt);
        if (post.UpdatedAt is { } updated) json["updatedAt"] = Instants.Write(updated);
        if (post.Schedule is { } schedule) json["scheduledFor"] = Instants.Write(schedule.For);
        if (post.Filed is { } filed) json["filed"] = Done(filed);
        if (post.Filed is not null && post.Urgent is not null) json["urgent"] = true;
        if (post.Held is { } held) json["held"] = new JsonObject { ["by"] = held.By, ["at"] = Instants.Write(held.At) };
        if (post is { Withdrawal: null, Waiting: { } waiting })
            json["waiting"] = new JsonArray([.. waiting.Pieces.Select(piece => new JsonObject { ["block"] = piece.Block, ["picture"] = piece.Picture })]);
        if (post is { Withdrawal: null, Lapsed: { } lapsed })
            json["lapsed"] = new JsonArray([.. lapsed.Media.Select(lapse => new JsonObject { ["hash"] = lapse.Hash, ["at"] = Instants.Write(lapse.At) })]);
        if (post.SentBack is { } sentBack) json["sentBack"] = Done(sentBack);
        if (post.Corrections.Count > 0)
            json["corrections"] = new JsonArray([.. post.Corrections.Select(correction => new JsonObject { ["at"] = Instants.Write(correction.At), ["note"] = correction.Note })]);
        if (post.Withdrawal is { } withdrawal)
            json["withdrawn"] = new JsonObject { ["at"] = Instants.Write(withdrawal.At), ["by"] = withdrawal.By, ["notice"] = withdrawal.Notice, ["reason"] = withdrawal.Reason };
        if (post.Prepared.Count > 0) json["prepared"] = new JsonArray([.. post.Prepared.Select(version => new JsonObject { ["id"] = version.Id.ToString(), ["name"] = version.Name })]);
        if (post.SetAside is { } aside) json["setAside"] = new JsonObject { ["at"] = Instants.Write(aside.At), ["by"] = aside.By, ["for"] = aside.For?.ToString() };
        if (post.From is { } from) json["from"] = Place(from);
        if (post.MovedTo is { } to) json["movedTo"] = Place(to);
        // The working copy stands beside what readers have, never in its place.
        if (post is { Live: not null, Draft: { } draft }) json["draft"] = JsonSerializer.SerializeToNode(draft, DatelineJson.Relaxed.PostContent);
        return json;
    }

    public static string StateName(PostState state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());

    private static JsonObject Place(Elsewhere elsewhere) => new() { ["slug"] = elsewhere.Slug, ["post"] = elsewhere.Post.ToString() };

    private static JsonObject Done(Act act) => new() { ["by"] = act.By, ["at"] = Instants.Write(act.At), ["note"] = act.Note };

    private static void Merge(JsonObject into, JsonObject from)
    {
        foreach (var (name, value) in from.ToList())
        {
            from.Remove(name);
            into[name] = value;
        }
    }
}
