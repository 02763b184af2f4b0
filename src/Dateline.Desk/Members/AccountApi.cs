using System.Security.Claims;
using System.Text.Json.Nodes;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Desk.Live;
using Dateline.Storage;
using Dateline.Storage.Members;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Members;

/// <summary>One's own account: where one is signed in, and the password.</summary>
internal static class AccountApi
{
    /// <summary>How long after entering by a link a password may be set without the old one: whoever forgot it has no other way.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(30);

    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/account").WithTags("Own account").RequireAuthorization(Rights.OwnAccount);

        api.MapGet("/sessions", Sessions).Answers<SessionListSchema>().WithSummary("Where one is signed in");
        api.MapDelete("/sessions/{id}", EndSession).Produces(StatusCodes.Status204NoContent).WithSummary("Sign a device out; “others” signs out all but this one");
        api.MapPut("/password", SetPassword).Takes<PasswordSchema>().Produces(StatusCodes.Status204NoContent).WithSummary("Set a password, or another one; all other devices are signed out");
        api.MapCode();
        api.MapPasskeys();
    }

    private static async Task<IResult> Sessions(ClaimsPrincipal user, SessionBook sessions, CancellationToken cancellation)
    {
        var member = Member.Of(user);
        return AnswerWriter.Ok(new JsonObject
        {
            ["sessions"] = new JsonArray([.. (await sessions.List(member.Id!, cancellation)).Select(session => new JsonObject
            {
                ["id"] = session.Id,
                ["begunAt"] = Instants.Write(session.BegunAt),
                ["lastSeenAt"] = Instants.Write(session.LastSeenAt),
                ["way"] = session.Way,
                ["device"] = session.Device,
                ["address"] = session.Address,
                ["current"] = session.Id == member.Session,
            })]),
        });
    }

    private static async Task<IResult> EndSession(string id, HttpRequest request, ClaimsPrincipal user, SessionBook sessions, Newsdesk desk, CancellationToken cancellation)
    {
        var (member, by) = (Member.Of(user), Hands.Of(request, user));
        var ended = id == "others" ? await sessions.EndOthers(member.Id!, member.Session, by, cancellation) : await sessions.End(member.Id!, id, by, cancellation);
        if (!ended.Try(out _, out var refusal)) return refusal.ToHttp();
        await desk.CheckRights(CancellationToken.None);
        return Results.NoContent();
    }

    private static async Task<IResult> SetPassword(HttpRequest request, ClaimsPrincipal user, MemberManager members, NewsroomDb db, SessionBook sessions, PasswordSignIn signIn, Attempts attempts, Newsdesk desk, TimeProvider time, CancellationToken cancellation)
    {
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var fields = new Fields(body.Json);
        var (password, old) = (fields.NeededText("password"), fields.Text("old"));
        if (fields.Refusal is { } unusable) return unusable.ToHttp();
        var (member, by) = (Member.Of(user), Hands.Of(request, user));
        var mine = (await sessions.List(member.Id!, cancellation)).Single(session => session.Id == member.Session);
        return await attempts.InTurn(members.NormalizeEmail(mine.Person.Email)!, async () =>
        {
            var account = (await members.FindByIdAsync(member.Id!))!;
            if (account.PasswordHash is not null && !(mine.Way == "link" && time.GetUtcNow() - mine.BegunAt < FreshFor))
            {
                // Guessing it here would be guessing it at the door: it is counted the same.
                if (signIn.LockedUntil(account, "") is { } until) return SessionApi.LockedUntil(until);
                if (old is null || !PasswordRule.MayBe(old) || !await members.CheckPasswordAsync(account, old))
                {
                    await signIn.Fail(account, "", Hands.Visit(request.HttpContext), "wrong old password");
                    return Body.Invalid("old", "Type the password you have now; if you forgot it, ask an administrator for a sign-in link.").ToHttp();
                }
            }
            foreach (var validator in members.PasswordValidators)
                if (await validator.ValidateAsync(members, account, password) is { Succeeded: false }) return Body.Invalid("password", PasswordRule.Sentence).ToHttp();
            account.PasswordHash = members.PasswordHasher.HashPassword(account, password);
            db.Note(time.GetUtcNow(), by, "set their password", $"users/{account.Name}");
            if (!(await members.UpdateSecurityStampAsync(account)).Succeeded) return Changed;
            // Whoever got in by the old one is out.
            if (!(await sessions.EndOthers(account.Id, member.Session, by, CancellationToken.None)).Try(out _, out var busy)) return busy.ToHttp();
            await desk.CheckRights(CancellationToken.None);
            return Results.NoContent();
        }, cancellation);
    }

    /// <summary>When an administrator changed the same account in the same moment.</summary>
    internal static IResult Changed => new Refusal(RefusalKind.Stale, "Your account was changed at this moment by somebody else; look, then try again.").ToHttp();
}
