using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Core.Coverages;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Dateline.Public.Editions;
using Dateline.Public.Live;
using Microsoft.AspNetCore.Http;

namespace Dateline.Public.Serving;

/// <summary><c>GET /live/{slug}.json</c>: the page as data, for those who make their own.</summary>
public sealed class JsonRoute(Hub hub, EditionReader reader, PageRoutes pages, Shelf shelf, Sending sending)
{
    public async Task Serve(HttpContext context, string slug, int? page)
    {
        if (await hub.Find(slug, context.RequestAborted) is not { } live || live.Edition is not { } edition || page < 1 || page > edition.PageStarts.Count)
        {
            await pages.NotFound(context);
            return;
        }
        var sheet = await shelf.Get(("json", slug, edition.Epoch, edition.Head, page), async () =>
        {
            var posts = page is { } number ? await reader.Page(edition, number, CancellationToken.None) : edition.Newest;
            return Sheet.Of("application/json; charset=utf-8", Encoding.UTF8.GetBytes(Of(edition, posts).ToJsonString(DatelineJson.Relaxed.Options))) with { CacheTag = $"live-{slug}" };
        });
        await sending.Send(context, sheet!);
    }

    private static JsonObject Of(Edition edition, IReadOnlyList<PublicPost> posts) => new()
    {
        ["seq"] = edition.Head,
        ["epoch"] = edition.Epoch,
        ["coverage"] = Of(edition.Coverage),
        ["pages"] = edition.PageStarts.Count,
        ["posts"] = new JsonArray([.. posts.Select(post => Of(post, edition.Coverage))]),
    };

    private static JsonObject Of(PublicPost post, PublicCoverage coverage)
    {
        var json = JsonSerializer.SerializeToNode(post, DatelineJson.Relaxed.PublicPost)!.AsObject();
        json["state"] = post.Withdrawn is null ? "published" : "withdrawn";
        json["pinned"] = coverage.Pinned == post.Id;
        return json;
    }

    private static JsonObject Of(PublicCoverage coverage)
    {
        var json = JsonSerializer.SerializeToNode(coverage.Header, DatelineJson.Relaxed.Header)!.AsObject();
        json.Insert(0, "slug", coverage.Slug);
        json["status"] = JsonNamingPolicy.CamelCase.ConvertName(coverage.Status.Kind.ToString());
        if (coverage.Status.Note is { } note) json["statusNote"] = note;
        if (coverage.Status.ResumesAt is { } resumes) json["resumesAt"] = Instants.Write(resumes);
        json["summary"] = new JsonArray([.. coverage.Summary.Points.Select(point => JsonSerializer.SerializeToNode(point.Text, DatelineJson.Relaxed.RichText))]);
        if (coverage.Pinned is { } pinned) json["pinned"] = pinned.ToString();
        return json;
    }
}
