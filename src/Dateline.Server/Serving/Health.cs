using Dateline.Media.Originals;
using Dateline.Public.Editions;

namespace Dateline.Server.Serving;

/// <summary>For load balancers: <c>/healthz</c> says that the process answers, <c>/readyz</c> that it can also read its database. A store of originals that is away is told there, and takes no server out of service: everything but new pictures goes on.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("ok\n")).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/readyz", async (EditionReader reader, IOriginals originals, CancellationToken cancellation) =>
        {
            try
            {
                await reader.Epoch(cancellation);
                return Results.Text(originals.Trouble is { } trouble ? $"ready\n{trouble}\n" : "ready\n");
            }
            catch (Microsoft.Data.Sqlite.SqliteException)
            {
                return Results.Text("The database does not answer.\n", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).AllowAnonymous().ExcludeFromDescription();
    }
}
