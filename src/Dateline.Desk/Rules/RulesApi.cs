using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Core.Rules;
using Dateline.Desk.Answers;
using Dateline.Desk.Members;
using Dateline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Rules;

/// <summary>The newsroom's own rules: seen by all who write, set by administrators; they hold from the next post on.</summary>
internal static class RulesApi
{
    private const string Asks = "Each is off, warn or must.";

    public static void MapRules(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/rules").WithTags("Rules");

        api.MapGet("", Show).RequireAuthorization(Rights.Write).Answers<RulesSchema>().WithSummary("How long a post can be called back, and what is asked of it before readers get it");
        api.MapPatch("", Change).RequireAuthorization(Rights.Administer).Takes<RulesEditSchema>().Answers<RulesSchema>().WithSummary("Change the rules that are named");
    }

    private static async Task<IResult> Show(RulesBook rules, CancellationToken cancellation) => Answer(await rules.Read(cancellation));

    private static async Task<IResult> Change(HttpRequest request, ClaimsPrincipal user, RulesBook rules, CancellationToken cancellation)
    {
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var list = body.Json["checklist"];
        if (list is not (null or JsonObject)) return Body.Invalid("checklist", Asks).ToHttp();
        var fields = new Fields(body.Without("checklist"));
        var delay = fields.Number("sendDelay");
        if (fields.Refusal is { } unusable) return unusable.ToHttp();
        var items = new Fields(list as JsonObject ?? []);
        var asks = Enum.GetValues<Item>().ToDictionary(item => item, item => items.Named<Ask>(Word(item), Asks));
        if (items.Refusal is { } wrong) return Refusal.Of([.. wrong.Problems.Select(problem => problem with { Path = $"checklist.{problem.Path}" })]).ToHttp();
        var changed = await rules.Change(before => new HouseRules
        {
            SendDelay = delay ?? before.SendDelay,
            Checklist = new Checklist
            {
                Alt = asks[Item.Alt] ?? before.Checklist.Alt,
                Credit = asks[Item.Credit] ?? before.Checklist.Credit,
                Byline = asks[Item.Byline] ?? before.Checklist.Byline,
                Source = asks[Item.Source] ?? before.Checklist.Source,
                Links = asks[Item.Links] ?? before.Checklist.Links,
            },
        }, Hands.Of(request, user), Differences, cancellation);
        return changed.Try(out var after, out refusal) ? Answer(after) : refusal.ToHttp();
    }

    private static string Differences(HouseRules before, HouseRules after)
    {
        var differences = Enum.GetValues<Item>().Where(item => before.Checklist[item] != after.Checklist[item]).Select(item => $"{Word(item)}: {Word(before.Checklist[item])} → {Word(after.Checklist[item])}").ToList();
        if (before.SendDelay != after.SendDelay) differences.Insert(0, $"sendDelay: {before.SendDelay} → {after.SendDelay}");
        return string.Join(", ", differences);
    }

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static IResult Answer(HouseRules rules) => AnswerWriter.Ok(JsonSerializer.SerializeToNode(rules, DatelineJson.Relaxed.HouseRules)!.AsObject());
}
