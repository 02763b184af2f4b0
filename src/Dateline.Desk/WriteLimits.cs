using Dateline.Core.Outcomes;
using Dateline.Desk.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Desk;

/// <summary>How fast one member or token may write; reading is not counted. A script that runs away slows itself, not the newsroom.</summary>
/// <param name="WritesPerMinute">The lasting rate.</param>
/// <param name="Burst">How many may come at once.</param>
public sealed record WriteLimits(int WritesPerMinute = 1_200, int Burst = 300)
{
    /// <summary>Refuses what comes too fast; it must come after whoever it is has been recognised, and before anything is done.</summary>
    internal void Guard(IApplicationBuilder server)
    {
        var allowance = new Allowance(Burst, WritesPerMinute, server.ApplicationServices.GetRequiredService<TimeProvider>());
        server.Use((context, next) => !IsWrite(context) || allowance.Takes(context.User.Identity?.Name ?? $"address {context.Connection.RemoteIpAddress}")
            ? next(context)
            : ProblemAnswer.Write(context, StatusCodes.Status429TooManyRequests,
                new Refusal(RefusalKind.Busy, $"This is more than {WritesPerMinute:N0} writes a minute; wait a second and send it again.")));
    }

    private static bool IsWrite(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
}
