using System.Security.Claims;
using System.Text.Json.Nodes;
using Dateline.Core.Coverages;
using Dateline.Core.Outcomes;
using Dateline.Desk.Answers;
using Dateline.Desk.Media;
using Dateline.Desk.Members;
using Dateline.Desk.Posts;
using Dateline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Coverages;

/// <summary>Live pages: begin one, see them, change what stands at the top.</summary>
internal static class CoveragesApi
{
    public static void MapCoverages(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Live pages");

        api.MapPost("/coverages", Begin).RequireAuthorization(Rights.Publish).Takes<CoverageSchema>().Answers<CoverageAnswerSchema>(StatusCodes.Status201Created).WithSummary("Begin a live page");
        api.MapGet("/coverages", List).RequireAuthorization(Rights.Write).Answers<CoverageListSchema>().WithSummary("All live pages, drafts too");
        api.MapGet("/coverages/{slug}", Show).RequireAuthorization(Rights.Write).Answers<CoverageAnswerSchema>().WithSummary("A live page");
        api.MapPatch("/coverages/{slug}", Edit).RequireAuthorization(Rights.Publish).Takes<CoverageEditSchema>().Answers<CoverageAnswerSchema>().WithSummary("Change the fields that are named");
    }

    private static async Task<IResult> Begin(HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, KnownFiles files, CancellationToken cancellation)
    {
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var slug = body.Json["slug"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        if (!CoverageBody.Read(body.Without("slug")).Try(out var edit, out refusal)) return refusal.ToHttp();
        if (await files.CheckLead(edit.Lead.Value, cancellation) is { } unknown) return unknown.ToHttp();
        if (!(await newsroom.Begin(slug, edit, Hands.Of(request, user), cancellation)).Try(out var coverage, out refusal)) return refusal.ToHttp();
        return Done(StatusCodes.Status201Created, coverage).ToHttp();
    }

    private static async Task<IResult> List(Newsroom newsroom, CancellationToken cancellation)
    {
        await using var reader = newsroom.Read();
        var coverages = await reader.Coverages(cancellation);
        var json = new JsonObject { ["coverages"] = new JsonArray([.. coverages.Select(CoverageAnswer.Of)]) };
        return ((Result<Answer>)new Answer(StatusCodes.Status200OK, AnswerWriter.Write(json))).ToHttp();
    }

    private static async Task<IResult> Show(string slug, Newsroom newsroom, CancellationToken cancellation)
    {
        await using var reader = newsroom.Read();
        return await reader.Coverage(slug, cancellation) is { } coverage
            ? Done(StatusCodes.Status200OK, coverage).ToHttp()
            : new Refusal(RefusalKind.NotFound, $"There is no live page “{slug}”.").ToHttp();
    }

    private static async Task<IResult> Edit(string slug, HttpRequest request, ClaimsPrincipal user, Newsroom newsroom, KnownFiles files, CancellationToken cancellation)
    {
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        if (!CoverageBody.Read(body.Json).Try(out var edit, out refusal)) return refusal.ToHttp();
        if (await files.CheckLead(edit.Lead.Value, cancellation) is { } unknown) return unknown.ToHttp();
        var result = await newsroom.Change(slug, async open =>
        {
            if (!PostAccess.IsOf(request, open.Coverage.Revision)) return new Refusal(RefusalKind.Stale, "Somebody changed this live page since the version you have; look at theirs, then send yours again.");
            if (!open.Coverage.Edit(edit, open.Now).Try(out var next, out var refused)) return refused;
            if (await open.MayShow(next) is { } lapsed) return lapsed;
            await open.Keep(next, Hands.Of(request, user), "edited", string.Join(", ", body.Json.Select(field => field.Key)));
            return Done(StatusCodes.Status200OK, next);
        }, cancellation);
        return result.ToHttp();
    }

    private static Result<Answer> Done(int status, Coverage coverage) => new Answer(status, AnswerWriter.Write(CoverageAnswer.Of(coverage)), coverage.Revision);
}
