using System.Threading.RateLimiting;
using Dateline.Core.Outcomes;
using Dateline.Desk.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Dateline.Desk;

/// <summary>How fast one member or token may write; reading is not counted. A script that runs away slows itself, not the newsroom.</summary>
/// <param name="WritesPerMinute">The lasting rate.</param>
/// <param name="Burst">How many may come at once.</param>
public sealed record WriteLimits(int WritesPerMinute = 1_200, int Burst = 300)
{
    internal void Apply(RateLimiterOptions options)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsWrite(context)
            ? RateLimitPartition.GetTokenBucketLimiter(context.User.Identity?.Name ?? $"address {context.Connection.RemoteIpAddress}", _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = Burst,
                TokensPerPeriod = Math.Max(1, WritesPerMinute / 60),
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter("reading"));
        options.OnRejected = (rejected, _) => new ValueTask(ProblemAnswer.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests,
            new Refusal(RefusalKind.Busy, $"This is more than {WritesPerMinute:N0} writes a minute; wait a second and send it again.")));
    }

    private static bool IsWrite(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
}
