using Dateline.Desk.Coverages;
using Dateline.Desk.Members;
using Dateline.Desk.Posts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Desk;

/// <summary>The newsroom's side of the server.</summary>
public static class DeskSide
{
    public static IServiceCollection AddDesk(this IServiceCollection services, WriteLimits limits)
    {
        services.AddAuthentication(TokenAuthentication.SchemeName).AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);
        services.AddAuthorization(Rights.Add);
        services.AddRateLimiter(limits.Apply);
        services.AddHostedService<Releases>();
        return services;
    }

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        api.MapCoverages();
        api.MapPosts();
        api.MapTokens();
    }
}
