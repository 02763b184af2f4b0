using System.Text.Encodings.Web;
using Dateline.Desk.Answers;
using Dateline.Storage.Members;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Desk.Members;

/// <summary>The desk's cookie. Looked up at every request, so that an ended session and a changed role hold at the next one. On a write from elsewhere the cookie does not count, on whatever route it is.</summary>
internal sealed class SessionAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionBook sessions, SessionCookie cookie)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Session";

    private bool _fromElsewhere;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (cookie.Read(Request) is not { } secret) return AuthenticateResult.NoResult();
        _fromElsewhere = !SameOrigin.Holds(Request);
        if (_fromElsewhere) return AuthenticateResult.Fail("from another site");
        return await sessions.Recognise(secret, Context.RequestAborted) is { } session
            ? AuthenticateResult.Success(new AuthenticationTicket(Member.Of(session).Principal(SchemeName), SchemeName))
            : AuthenticateResult.Fail("not known or ended");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        _fromElsewhere ? ProblemAnswer.Write(Context, StatusCodes.Status403Forbidden, SameOrigin.Refusal) : SignedOut.NotKnown(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => SignedOut.MayNot(Context);
}
