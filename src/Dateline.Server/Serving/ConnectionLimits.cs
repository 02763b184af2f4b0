using System.Collections.Concurrent;
using System.Net;

namespace Dateline.Server.Serving;

/// <summary>Bounds the streams one address may hold open, so that one machine cannot use them all up. One more is answered 429, and polls.</summary>
internal static class ConnectionLimits
{
    public static void UseConnectionLimits(this IApplicationBuilder server, int most)
    {
        var open = new ConcurrentDictionary<IPAddress, int>();
        server.Use(async (context, next) =>
        {
            if (context.Connection.RemoteIpAddress is not { } address || !IsStream(context.Request.Path))
            {
                await next(context);
                return;
            }
            try
            {
                if (open.AddOrUpdate(address, 1, (_, count) => count + 1) > most) context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                else await next(context);
            }
            finally
            {
                if (open.AddOrUpdate(address, 0, (_, count) => count - 1) == 0) open.TryRemove(new(address, 0));
            }
        });
    }

    private static bool IsStream(PathString path) =>
        path.StartsWithSegments("/live", StringComparison.Ordinal, out var rest) && rest.Value!.EndsWith("/stream", StringComparison.Ordinal);
}
