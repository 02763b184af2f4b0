using Dateline.Public.Editions;
using Dateline.Public.Live;
using Dateline.Public.Pages.Looks;
using Dateline.Public.Tests.Pages;
using Dateline.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Public.Tests.Live;

/// <summary>The reader's side over a newsroom's database, without a server: it hears of changes when a test lets it look.</summary>
internal sealed class PublicRoom : IDisposable
{
    private readonly ServiceProvider _services;

    public PublicRoom(TestNewsroom newsroom, params IInterceptor[] interceptors)
    {
        var database = new DbContextOptionsBuilder<PublicDb>(PublicDb.Sqlite(newsroom.DatabasePath)).AddInterceptors(interceptors).Options;
        _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(newsroom.Clock)
            .AddPublic(database, new NewsroomStyle(), new PageAssets(Styles.Text, "/reader.js", null, null, "/icon.svg", "3a9d")).BuildServiceProvider();
    }

    public Hub Hub => Get<Hub>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task<LiveCoverage> Live(string slug) => (await Hub.Find(slug, CancellationToken.None))!;

    public Task Looks() => Hub.Look(CancellationToken.None);

    /// <summary>What a route answers.</summary>
    public static async Task<(int Status, string Body)> Answer(Func<HttpContext, Task> route)
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        await route(context);
        return (context.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }

    public void Dispose() => _services.Dispose();
}
