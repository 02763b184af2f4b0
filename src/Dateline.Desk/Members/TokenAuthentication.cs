using System.Text.Encodings.Web;
using Dateline.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Desk.Members;

/// <summary><c>Authorization: Bearer TOKEN</c>. Looked up at every request, so that a revoked token ends at once.</summary>
internal sealed class TokenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenBook tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Recognise());

    private AuthenticateResult Recognise()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var token = tokens.Recognise(header["Bearer ".Length..].Trim());
        return token is null
            ? AuthenticateResult.Fail("not known or revoked")
            : AuthenticateResult.Success(new AuthenticationTicket(new Member(token.Name, token.Role).Principal(SchemeName), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => SignedOut.NotKnown(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => SignedOut.MayNot(Context);
}
