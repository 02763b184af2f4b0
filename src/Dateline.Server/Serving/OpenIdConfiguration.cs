using Dateline.Core.Outcomes;
using Dateline.Desk;
using Dateline.Storage;

namespace Dateline.Server.Serving;

/// <summary>The settings of OpenID Connect, if there are any.</summary>
internal sealed record OpenIdConfiguration(OpenIdSettings? Settings)
{
    public static Result<OpenIdConfiguration> Read(IConfigurationSection oidc)
    {
        var (authority, id, newcomers) = (oidc["AUTHORITY"], oidc["CLIENTID"], oidc["NEWCOMERS"]);
        if (authority is not { Length: > 0 })
            return oidc.GetChildren().Any() ? Wrong("DATELINE_OIDC__AUTHORITY is missing; it is the provider's address, such as https://id.example.org.") : new OpenIdConfiguration((OpenIdSettings?)null);
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            return Wrong($"DATELINE_OIDC__AUTHORITY is “{authority}”; write it as https://id.example.org.");
        if (id is not { Length: > 0 }) return Wrong("DATELINE_OIDC__CLIENTID is missing; the provider gives it when Dateline is registered there.");
        Role? role = null;
        switch (newcomers?.ToLowerInvariant())
        {
            case null or "" or "none": break;
            case "reporter": role = Role.Reporter; break;
            case "editor": role = Role.Editor; break;
            default: return Wrong($"DATELINE_OIDC__NEWCOMERS is “{newcomers}”; newcomers become reporter or editor, or with none they may not enter. Administrators are made by administrators.");
        }
        return new OpenIdConfiguration(new OpenIdSettings(url, id, oidc["CLIENTSECRET"], oidc["NAME"] is { Length: > 0 } name ? name : url.Host, role));
    }

    private static Refusal Wrong(string sentence) => new(RefusalKind.Invalid, sentence);
}
