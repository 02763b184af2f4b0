using Dateline.Public.Editions;

namespace Dateline.Server.Serving;

/// <summary>For load balancers: <c>/healthz</c> says that the process answers, <c>/readyz</c> that it can also read its database.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("ok\n")).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/readyz", async (EditionReader reader, CancellationToken cancellation) =>
        {
            try
            {
                await reader.Epoch(cancellation);
                return Results.Text("ready\n");
            }
            catch (Microsoft.Data.Sqlite.SqliteException)
            {
                return Results.Text("The database does not answer.\n", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).AllowAnonymous().ExcludeFromDescription();
    }
}
