using System.Security.Claims;
using System.Text.Json.Nodes;
using Dateline.Core.Outcomes;
using Dateline.Desk.Answers;
using Dateline.Storage;
using Dateline.Storage.Members;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Members;

/// <summary>The second factor: codes of an authenticator (TOTP, RFC 6238), asked for after the password, and recovery codes for the day the phone is lost.</summary>
internal static class CodeApi
{
    private const int RecoveryCodes = 10;

    public static void MapCode(this IEndpointRouteBuilder account)
    {
        account.MapPost("/code", Begin).Answers<NewCodeSchema>().WithSummary("A secret for an authenticator; codes are asked for once one is confirmed");
        account.MapPut("/code", Confirm).Takes<CodeSchema>().Answers<RecoveryCodesSchema>().WithSummary("Confirm with a first code; from now on codes are asked for. The recovery codes are shown this once");
        account.MapDelete("/code", End).Takes<CodeSchema>().Produces(StatusCodes.Status204NoContent).WithSummary("Ask for no codes any more; it takes a code to say so");
    }

    private static async Task<IResult> Begin(ClaimsPrincipal user, MemberManager members, DeskSettings settings)
    {
        var account = await Own(user, members);
        if (account.TwoFactorEnabled) return Already;
        if (!(await members.ResetAuthenticatorKeyAsync(account)).Succeeded) return AccountApi.Changed;
        var secret = (await members.GetAuthenticatorKeyAsync(account))!;
        var issuer = Uri.EscapeDataString(settings.Newsroom);
        return AnswerWriter.Ok(new JsonObject { ["secret"] = secret, ["uri"] = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(account.Email!)}?secret={secret}&issuer={issuer}&digits=6" });
    }

    private static async Task<IResult> Confirm(HttpRequest request, ClaimsPrincipal user, MemberManager members, NewsroomDb db, Attempts attempts, TimeProvider time, CancellationToken cancellation)
    {
        if ((await Code(request)) is var read && !read.Try(out var code, out var refusal)) return refusal.ToHttp();
        var account = await Own(user, members);
        return await attempts.InTurn(account.NormalizedEmail!, async () =>
        {
            if (account.TwoFactorEnabled) return Already;
            var digits = string.Concat(code.Where(char.IsAsciiDigit));
            if (!await members.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits) || !attempts.UsesUp(account.Id, digits)) return WrongCode;
            // Kept before the factor is on: nobody is asked for a code who has no way round a lost phone.
            var codes = (await members.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes))!.ToList();
            db.Note(time.GetUtcNow(), Hands.Of(request, user), "turned codes on", $"users/{account.Name}");
            if (!(await members.SetTwoFactorEnabledAsync(account, true)).Succeeded) return AccountApi.Changed;
            return AnswerWriter.Ok(new JsonObject { ["recoveryCodes"] = new JsonArray([.. codes.Select(each => (JsonNode)each)]) });
        }, cancellation);
    }

    private static async Task<IResult> End(HttpRequest request, ClaimsPrincipal user, MemberManager members, NewsroomDb db, PasswordSignIn signIn, Attempts attempts, TimeProvider time, CancellationToken cancellation)
    {
        if ((await Code(request)) is var read && !read.Try(out var code, out var refusal)) return refusal.ToHttp();
        var email = (await Own(user, members)).NormalizedEmail!;
        return await attempts.InTurn(email, async () =>
        {
            var account = await Own(user, members);
            if (!account.TwoFactorEnabled) return new Refusal(RefusalKind.WrongState, "Your account asks for no codes.").ToHttp();
            // Guessing codes here would be guessing them at the door: it is counted the same.
            if (signIn.LockedUntil(account, "") is { } until) return SessionApi.LockedUntil(until);
            if (await signIn.Check(account, code) is null)
            {
                await signIn.Fail(account, "", Hands.Visit(request.HttpContext), "wrong code");
                return WrongCode;
            }
            db.Note(time.GetUtcNow(), Hands.Of(request, user), "turned codes off", $"users/{account.Name}");
            return (await members.SetTwoFactorEnabledAsync(account, false)).Succeeded ? Results.NoContent() : AccountApi.Changed;
        }, cancellation);
    }

    private static async Task<Result<string>> Code(HttpRequest request)
    {
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal;
        var fields = new Fields(body.Json);
        var code = fields.NeededText("code");
        return fields.Refusal is { } unusable ? unusable : code;
    }

    private static async Task<MemberAccount> Own(ClaimsPrincipal user, MemberManager members) => (await members.FindByIdAsync(Member.Of(user).Id!))!;

    private static IResult Already => new Refusal(RefusalKind.WrongState, "Your account asks for codes already; turn them off first to set up another authenticator.").ToHttp();

    private static IResult WrongCode => Body.Invalid("code", "This code is not right, or was used; type the one that shows now, and look whether the phone's clock is right.").ToHttp();
}
