using Dateline.Server.Serving;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Dateline.Server.Tests;

/// <summary>How a server ends.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_server_that_a_part_of_it_took_along_says_so()
    {
        using var host = With<Failing>();
        var refusal = await DatelineServer.Run(host, CancellationToken.None).Soon();
        Assert.Contains("a part of it failed (Failing)", refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_was_told_to_stop_ends_in_good_order()
    {
        using var host = With<Waiting>();
        using var stop = new CancellationTokenSource();
        var running = DatelineServer.Run(host, stop.Token);
        await stop.CancelAsync();
        Assert.Null(await running.Soon());
    }

    private static IHost With<T>()
        where T : class, IHostedService
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddHostedService<T>();
        return builder.Build();
    }

    private sealed class Failing : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new InvalidOperationException("A bug.");
        }
    }

    private sealed class Waiting : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken);
    }
}
