using System.Security.Claims;
using Dateline.Storage.Audit;
using Dateline.Storage.Members;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dateline.Desk.Members;

/// <summary>Signing in at a provider of OpenID Connect. The framework's own handler does the protocol (code with PKCE, state, nonce); here is who may come in.</summary>
internal static class OpenIdSignIn
{
    private const string SchemeName = "oidc";
    private const string Desk = "/desk";

    public static void AddOpenId(this AuthenticationBuilder authentication, DeskSettings desk, OpenIdSettings settings) => authentication.AddOpenIdConnect(SchemeName, options =>
    {
        options.Authority = settings.Authority.ToString();
        options.RequireHttpsMetadata = !settings.Authority.IsLoopback;
        (options.ClientId, options.ClientSecret) = (settings.ClientId, settings.ClientSecret);
        (options.ResponseType, options.ResponseMode, options.UsePkce) = ("code", "query", true);
        options.CallbackPath = $"{Desk}/oidc/callback";
        options.MapInboundClaims = false;
        options.DisableTelemetry = true;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.Scope.Add("email");
        options.ClaimActions.MapJsonKey("email_verified", "email_verified");
        // The way back leads from the provider's site here, where browsers send Lax cookies and not Strict ones.
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            (cookie.SameSite, cookie.SecurePolicy, cookie.HttpOnly) = (SameSiteMode.Lax, desk.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest, true);
        options.Events.OnRedirectToIdentityProvider = context =>
        {
            // By the settings, never by the Host header of the request.
            context.ProtocolMessage.RedirectUri = $"{desk.Origin}{options.CallbackPath}";
            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = context => Enter(context, settings);
        options.Events.OnRemoteFailure = context =>
        {
            context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpenIdSignIn)).LogWarning("A sign-in by {Provider} failed: {Why}", settings.Name, context.Failure?.Message);
            return SendBack(context, "failed");
        };
    });

    public static void MapOpenId(this IEndpointRouteBuilder routes, DeskSettings settings) => routes.MapGet($"{Desk}/oidc", async (HttpContext context) =>
    {
        if (settings.OpenId is null)
        {
            context.Response.Redirect($"{Desk}#oidc=off");
            return;
        }
        try
        {
            await context.ChallengeAsync(SchemeName, new AuthenticationProperties { RedirectUri = Desk });
        }
        catch (InvalidOperationException exception)
        {
            // The provider could not be asked where it wants people to be sent.
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpenIdSignIn)).LogWarning("{Provider} does not answer: {Why}", settings.OpenId.Name, exception.Message);
            context.Response.Redirect($"{Desk}#oidc=failed");
        }
    }).AllowAnonymous().ExcludeFromDescription();

    private static async Task Enter(TicketReceivedContext context, OpenIdSettings settings)
    {
        var services = context.HttpContext.RequestServices;
        var (visit, cookie) = (Hands.Visit(context.HttpContext), services.GetRequiredService<SessionCookie>());
        if (await WhoIs(context.Principal!, services, settings, visit, context.HttpContext.RequestAborted) is not { } member)
        {
            await SendBack(context, "not-known");
            return;
        }
        var sessions = services.GetRequiredService<SessionBook>();
        if (!(await sessions.Begin(member, settings.Name, visit, cookie.Read(context.Request), context.HttpContext.RequestAborted)).Try(out var begun, out _))
        {
            await SendBack(context, "not-known");
            return;
        }
        cookie.Write(context.HttpContext, begun.Secret);
        context.Response.Redirect(Desk);
        context.HandleResponse();
    }

    // Known by the provider's own key; else by an address that the provider has verified; else a newcomer, where newcomers may enter.
    private static async Task<string?> WhoIs(ClaimsPrincipal principal, IServiceProvider services, OpenIdSettings settings, Visit visit, CancellationToken cancellation)
    {
        var members = services.GetRequiredService<MemberManager>();
        var db = services.GetRequiredService<Storage.NewsroomDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (provider, key, email) = (settings.Authority.ToString(), principal.FindFirstValue("sub"), principal.FindFirstValue("email"));
        if (key is null) return null;
        var account = await members.FindByLoginAsync(provider, key);
        var isVerified = string.Equals(principal.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase);
        if (account is null && email is not null && isVerified && await members.FindByEmailAsync(email) is { DisabledAt: null } known)
        {
            db.Note(now, new Hand(known.Name, visit.Address), "linked a sign-in", $"users/{known.Name}", settings.Name);
            if (!(await members.AddLoginAsync(known, new UserLoginInfo(provider, key, settings.Name))).Succeeded) return null;
            account = known;
        }
        if (account is not null && account.DisabledAt is null) return account.Id;
        if (account is null && isVerified && settings.Newcomers is { } role)
        {
            var by = new Hand(settings.Name, visit.Address);
            var added = await services.GetRequiredService<MemberBook>().AddFrom(provider, key, principal.FindFirstValue("name") ?? email!, email!, role, by, cancellation);
            if (added.Try(out var person, out _)) return person.Id;
        }
        db.Note(now, new Hand(Hand.Stranger, visit.Address), "failed to sign in", account is null ? "users" : $"users/{account.Name}", $"{settings.Name}: not one of the newsroom");
        await db.SaveChangesAsync(CancellationToken.None);
        return null;
    }

    private static Task SendBack(HandleRequestContext<RemoteAuthenticationOptions> context, string why)
    {
        context.Response.Redirect($"{Desk}#oidc={why}");
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
