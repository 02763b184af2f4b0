using System.Buffers.Text;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Storage;
using Dateline.Storage.Members;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Members;

/// <summary>Passkeys of one's own account.</summary>
internal static class PasskeysApi
{
    private const int Most = 20;
    private const int MostNameCharacters = 60;

    public static void MapPasskeys(this IEndpointRouteBuilder account)
    {
        account.MapGet("/passkeys", List).Answers<PasskeyListSchema>().WithSummary("One's passkeys");
        account.MapPost("/passkeys/options", Options).Answers<JsonObject>().WithSummary("What the browser needs to make a passkey");
        account.MapPost("/passkeys", Add).Takes<JsonObject>().Answers<PasskeySchema>(StatusCodes.Status201Created).WithSummary("Keep the passkey that the browser made; “name” beside it names it");
        account.MapDelete("/passkeys/{id}", Remove).Produces(StatusCodes.Status204NoContent).WithSummary("Forget a passkey");
    }

    private static async Task<IResult> List(ClaimsPrincipal user, MemberManager members)
    {
        var passkeys = await members.GetPasskeysAsync(await Own(user, members));
        return AnswerWriter.Ok(new JsonObject { ["passkeys"] = new JsonArray([.. passkeys.Select(Of)]) });
    }

    private static async Task<IResult> Options(HttpContext context, ClaimsPrincipal user, MemberManager members, IPasskeyHandler<MemberAccount> passkeys, Ceremonies ceremonies)
    {
        var account = await Own(user, members);
        if ((await members.GetPasskeysAsync(account)).Count >= Most) return Full;
        var made = await passkeys.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id, Name = account.Email!, DisplayName = account.Name }, context);
        return ceremonies.Begin(made.CreationOptionsJson, made.AttestationState, account.Id) ? AnswerWriter.Ok(JsonNode.Parse(made.CreationOptionsJson)!.AsObject()) : SessionApi.TooMany;
    }

    private static async Task<IResult> Add(HttpContext context, ClaimsPrincipal user, MemberManager members, NewsroomDb db, IPasskeyHandler<MemberAccount> passkeys, Ceremonies ceremonies, TimeProvider time)
    {
        if (!(await Body.Read(context.Request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var account = await Own(user, members);
        if ((await members.GetPasskeysAsync(account)).Count >= Most) return Full;
        var name = body.Json["name"] is JsonValue value && value.TryGetValue<string>(out var text) && text.Trim() is { Length: > 0 } given ? given : "Passkey";
        var credential = body.Without("name");
        if (ceremonies.End(credential, account.Id) is not { } state) return Unusable;
        var result = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential.ToJsonString(), AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != account.Id || await members.FindByPasskeyIdAsync(result.Passkey.CredentialId) is not null) return Unusable;
        result.Passkey.Name = name.Length > MostNameCharacters ? name[..MostNameCharacters] : name;
        db.Note(time.GetUtcNow(), Hands.Of(context.Request, user), "added a passkey", $"users/{account.Name}", result.Passkey.Name);
        return (await members.AddOrUpdatePasskeyAsync(account, result.Passkey)).Succeeded ? AnswerWriter.Ok(Of(result.Passkey), StatusCodes.Status201Created) : AccountApi.Changed;
    }

    private static async Task<IResult> Remove(string id, HttpRequest request, ClaimsPrincipal user, MemberManager members, NewsroomDb db, TimeProvider time)
    {
        var account = await Own(user, members);
        var passkey = (await members.GetPasskeysAsync(account)).SingleOrDefault(each => Base64Url.EncodeToString(each.CredentialId) == id);
        if (passkey is null) return new Refusal(RefusalKind.NotFound, "You have no such passkey.").ToHttp();
        db.Note(time.GetUtcNow(), Hands.Of(request, user), "removed a passkey", $"users/{account.Name}", passkey.Name);
        return (await members.RemovePasskeyAsync(account, passkey.CredentialId)).Succeeded ? Results.NoContent() : AccountApi.Changed;
    }

    private static JsonObject Of(UserPasskeyInfo passkey) => new() { ["id"] = Base64Url.EncodeToString(passkey.CredentialId), ["name"] = passkey.Name, ["createdAt"] = Instants.Write(passkey.CreatedAt) };

    private static async Task<MemberAccount> Own(ClaimsPrincipal user, MemberManager members) => (await members.FindByIdAsync(Member.Of(user).Id!))!;

    private static IResult Unusable => Body.Invalid("", "This passkey cannot be used here, or the page waited too long; begin again.").ToHttp();

    private static IResult Full => new Refusal(RefusalKind.WrongState, $"An account has at most {Most} passkeys; remove one that you do not use.").ToHttp();
}
