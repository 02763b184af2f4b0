using System.Text.Json.Nodes;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Desk.Live;
using Dateline.Storage.Audit;
using Dateline.Storage.Members;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Members;

/// <summary>Signing in and out. These routes need no sign-in, so each of them takes requests of the desk's own page alone.</summary>
internal static class SessionApi
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/session").WithTags("Signing in").AllowAnonymous().FromTheDeskOnly();

        api.MapGet("", Show).Answers<SessionSchema>().WithSummary("Who is signed in here; when nobody is, the ways to sign in");
        api.MapPost("", ByPassword).Takes<PasswordSignInSchema>().Answers<SessionSchema>().WithSummary("Sign in by password, and by a code where the account wants one");
        api.MapPost("/link", ByLink).Takes<LinkSignInSchema>().Answers<SessionSchema>().WithSummary("Sign in by a one-time link");
        api.MapPost("/passkey/options", PasskeyOptions).Answers<JsonObject>().WithSummary("What the browser needs to ask for a passkey");
        api.MapPost("/passkey", ByPasskey).Takes<JsonObject>().Answers<SessionSchema>().WithSummary("Sign in by the passkey that the browser answered with");
        api.MapDelete("", End).Produces(StatusCodes.Status204NoContent).WithSummary("Sign out");
    }

    private static async Task<IResult> Show(HttpContext context, SessionCookie cookie, SessionBook sessions, MemberManager members, DeskSettings settings, CancellationToken cancellation)
    {
        if (cookie.Read(context.Request) is { } secret && SameOrigin.Holds(context.Request) && await sessions.Recognise(secret, cancellation) is { } session)
            return await Of(session, members, settings);
        JsonObject? elsewhere = settings.OpenId is { } openId ? new JsonObject { ["name"] = openId.Name } : null;
        return new Refusal(RefusalKind.Forbidden, "Nobody is signed in here.").ToHttp(StatusCodes.Status401Unauthorized, new JsonObject { ["ways"] = new JsonObject { ["oidc"] = elsewhere }, ["newsroom"] = new JsonObject { ["name"] = settings.Newsroom } });
    }

    private static async Task<IResult> ByPassword(HttpContext context, PasswordSignIn signIn, SignInGate gate, SessionCookie cookie, MemberManager members, DeskSettings settings, CancellationToken cancellation)
    {
        if (!(await Body.Read(context.Request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var fields = new Fields(body.Json);
        var (email, password, code) = (fields.NeededText("email"), fields.NeededText("password"), fields.Text("code"));
        if (fields.Refusal is { } unusable) return unusable.ToHttp();
        if (!gate.Admits(context, members.NormalizeEmail(email))) return TooMany;
        return await signIn.Try(email, password, code, Hands.Visit(context), cookie.Read(context.Request), cancellation) switch
        {
            Entry.In { Begun: var begun } => await Welcome(context, begun, cookie, members, settings),
            Entry.NeedsCode => new Refusal(RefusalKind.Forbidden, "Type the code that your authenticator shows, or one of your recovery codes.").ToHttp(StatusCodes.Status401Unauthorized, new JsonObject { ["needs"] = "code" }),
            Entry.Locked locked => LockedUntil(locked.Until),
            _ => Wrong,
        };
    }

    private static async Task<IResult> ByLink(HttpContext context, SessionBook sessions, SignInGate gate, SessionCookie cookie, MemberManager members, DeskSettings settings, CancellationToken cancellation)
    {
        if (!(await Body.Read(context.Request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var fields = new Fields(body.Json);
        var token = fields.NeededText("token");
        if (fields.Refusal is { } unusable) return unusable.ToHttp();
        if (!gate.Admits(context, null)) return TooMany;
        return (await sessions.Redeem(token, Hands.Visit(context), cookie.Read(context.Request), cancellation)).Try(out var begun, out refusal)
            ? await Welcome(context, begun, cookie, members, settings)
            : refusal.ToHttp(StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> PasskeyOptions(HttpContext context, IPasskeyHandler<MemberAccount> passkeys, Ceremonies ceremonies, SignInGate gate)
    {
        if (!gate.Admits(context, null)) return TooMany;
        var made = await passkeys.MakeRequestOptionsAsync(null, context);
        return ceremonies.Begin(made.RequestOptionsJson, made.AssertionState, null) ? AnswerWriter.Ok(JsonNode.Parse(made.RequestOptionsJson)!.AsObject()) : TooMany;
    }

    private static async Task<IResult> ByPasskey(HttpContext context, PasskeySignIn signIn, SignInGate gate, SessionCookie cookie, MemberManager members, DeskSettings settings, CancellationToken cancellation)
    {
        if (!(await Body.Read(context.Request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        if (!gate.Admits(context, null)) return TooMany;
        return await signIn.Try(body.Json, context, cookie.Read(context.Request), cancellation) is { } begun ? await Welcome(context, begun, cookie, members, settings) : WrongPasskey;
    }

    private static async Task<IResult> End(HttpContext context, SessionCookie cookie, SessionBook sessions, Newsdesk desk, CancellationToken cancellation)
    {
        if (cookie.Read(context.Request) is { } secret && await sessions.Recognise(secret, cancellation) is { } session)
        {
            var hand = new Hand(session.Person.Name, Hands.Address(context), $"session {session.Id}");
            if (!(await sessions.End(session.Person.Id, session.Id, hand, cancellation)).Try(out _, out var refusal) && refusal.Kind != RefusalKind.NotFound) return refusal.ToHttp();
            await desk.CheckRights(CancellationToken.None);
        }
        cookie.Clear(context);
        return Results.NoContent();
    }

    private static Task<IResult> Welcome(HttpContext context, Begun begun, SessionCookie cookie, MemberManager members, DeskSettings settings)
    {
        cookie.Write(context, begun.Secret);
        return Of(begun.Session, members, settings);
    }

    private static async Task<IResult> Of(Session session, MemberManager members, DeskSettings settings)
    {
        var account = await members.FindByIdAsync(session.Person.Id);
        return AnswerWriter.Ok(new JsonObject
        {
            ["member"] = new JsonObject { ["id"] = session.Person.Id, ["name"] = session.Person.Name, ["email"] = session.Person.Email, ["role"] = UserAnswer.Word(session.Person.Role) },
            ["methods"] = new JsonObject { ["password"] = account!.PasswordHash is not null, ["code"] = account.TwoFactorEnabled, ["passkeys"] = (await members.GetPasskeysAsync(account)).Count },
            ["newsroom"] = new JsonObject { ["name"] = settings.Newsroom },
            ["expiresAt"] = Instants.Write(session.EndsAt),
        });
    }

    /// <summary>The same for every reason: who tries learns nothing about who has an account.</summary>
    private static IResult Wrong => new Refusal(RefusalKind.Forbidden, "The address, the password or the code is not right; try again, or ask an administrator for a sign-in link.").ToHttp(StatusCodes.Status401Unauthorized);

    private static IResult WrongPasskey => new Refusal(RefusalKind.Forbidden, "This passkey is not known here; sign in another way, then add it to your account.").ToHttp(StatusCodes.Status401Unauthorized);

    internal static IResult LockedUntil(DateTimeOffset until) =>
        new Refusal(RefusalKind.Forbidden, "Too many tries failed; wait a few minutes, or sign in by passkey or by a link from an administrator.").ToHttp(StatusCodes.Status423Locked, new JsonObject { ["until"] = Instants.Write(until) });

    internal static IResult TooMany => new Refusal(RefusalKind.Busy, "These are more tries than a person makes; wait a minute, then try again.").ToHttp(StatusCodes.Status429TooManyRequests);
}
