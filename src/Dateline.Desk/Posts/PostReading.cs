using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Storage;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Posts;

/// <summary>Looking at the newsroom's posts.</summary>
internal static class PostReading
{
    private const int MostAtOnce = 100;

    public static async Task<IResult> List(string slug, string? state, bool? keyEvent, string? after, Newsroom newsroom, CancellationToken cancellation)
    {
        PostState? wanted = null;
        if (state is not null)
        {
            var named = Enum.GetValues<PostState>().Where(each => PostAnswer.StateName(each) == state).ToList();
            if (named.Count == 0) return Body.Invalid("state", "A post is draft, filed, scheduled, published, withdrawn, taken-down or set-aside.").ToHttp();
            wanted = named[0];
        }
        await using var reader = newsroom.Read();
        if (await reader.Coverage(slug, cancellation) is not { } coverage) return new Refusal(RefusalKind.NotFound, $"There is no live page “{slug}”.").ToHttp();
        var (posts, next) = await reader.Posts(slug, wanted, keyEvent, after, MostAtOnce, cancellation);
        var json = new JsonObject { ["posts"] = new JsonArray([.. posts.Select(kept => PostAnswer.Of(kept.Post, kept.Seq, coverage.Pin))]) };
        if (next is not null) json["next"] = $"?{(state is null ? "" : $"state={state}&")}{(keyEvent is { } key ? $"keyEvent={(key ? "true" : "false")}&" : "")}after={Uri.EscapeDataString(next)}";
        return Ok(json);
    }

    public static async Task<IResult> Show(string slug, string id, Newsroom newsroom, CancellationToken cancellation)
    {
        await using var reader = newsroom.Read();
        if (!PostId.TryParse(id, out var post) || await reader.Post(slug, post, cancellation) is not { } kept || await reader.Coverage(slug, cancellation) is not { } coverage)
            return PostAccess.NoSuchPost.ToHttp();
        return PostAnswer.Done(StatusCodes.Status200OK, kept.Post, kept.Seq, coverage.Pin).ToHttp();
    }

    public static async Task<IResult> Revisions(string slug, string id, Newsroom newsroom, CancellationToken cancellation)
    {
        await using var reader = newsroom.Read();
        if (!PostId.TryParse(id, out var post) || await reader.Post(slug, post, cancellation) is null) return PostAccess.NoSuchPost.ToHttp();
        var revisions = await reader.Revisions(post, cancellation);
        return Ok(new JsonObject
        {
            ["revisions"] = new JsonArray([.. revisions.Select(revision => new JsonObject
            {
                ["revision"] = revision.Number,
                ["at"] = Instants.Write(revision.At),
                ["by"] = revision.By,
                ["did"] = revision.Did,
                ["note"] = revision.Note,
                ["content"] = JsonSerializer.SerializeToNode(revision.Content, DatelineJson.Relaxed.PostContent),
            })]),
        });
    }

    private static IResult Ok(JsonObject json) => ((Result<Answer>)new Answer(StatusCodes.Status200OK, AnswerWriter.Write(json))).ToHttp();
}
