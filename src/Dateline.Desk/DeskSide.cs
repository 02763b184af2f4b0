using System.Text.Json.Serialization;
using Dateline.Core.Outcomes;
using Dateline.Desk.Answers;
using Dateline.Desk.Coverages;
using Dateline.Desk.Members;
using Dateline.Desk.Posts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi("v1", ApiDocument.Write);
        return services;
    }

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status401Unauthorized, typeof(ProblemSchema), ["application/problem+json"]));
        api.AddEndpointFilter(async (context, next) => context.HttpContext.Request is { ContentType: { Length: > 0 } type } request && !request.HasJsonContentType()
            ? new Refusal(RefusalKind.NotJson, $"Send JSON, with Content-Type: application/json; this says {type}.").ToHttp()
            : await next(context));
        api.MapCoverages();
        api.MapPosts();
        api.MapTokens();
        api.MapFallback("{**rest}", NothingHere).AllowAnonymous().ExcludeFromDescription();
    }

    // Without this such a request would end at the reader's "Page not found".
    private static IResult NothingHere(HttpRequest request) =>
        new Refusal(RefusalKind.NotFound, $"The API has no {request.Method} {request.Path}; see /openapi/v1.json.").ToHttp();
}
