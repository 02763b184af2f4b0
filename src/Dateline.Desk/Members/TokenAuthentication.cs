using System.Text.Encodings.Web;
using Dateline.Core.Outcomes;
using Dateline.Desk.Answers;
using Dateline.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Desk.Members;

/// <summary><c>Authorization: Bearer TOKEN</c>. Looked up at every request, so that a revoked token ends at once.</summary>
internal sealed class TokenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenBook tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var token = await tokens.Recognise(header["Bearer ".Length..].Trim(), Context.RequestAborted);
        return token is null
            ? AuthenticateResult.Fail("not known or revoked")
            : AuthenticateResult.Success(new AuthenticationTicket(new Member(token.Name, token.Role).Principal(SchemeName), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Say(StatusCodes.Status401Unauthorized, "Sign in, or send a token that is known here as Authorization: Bearer …");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Say(StatusCodes.Status403Forbidden, "Your role does not include this; ask an editor, or an administrator for the role.");

    private Task Say(int status, string sentence) => ProblemAnswer.Write(Context, status, new Refusal(RefusalKind.Forbidden, sentence));
}
