using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Dateline.Load.Yardsticks;

/// <summary>The obvious way in ASP.NET Core: a channel for each reader, and the framework's own result for Server-Sent Events.</summary>
internal static class Obvious
{
    public static async Task Run(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}").ConfigureKestrel(kestrel => kestrel.Limits.MinResponseDataRate = null);
        var server = builder.Build();
        var readers = new ConcurrentDictionary<Channel<string>, byte>();
        server.MapGet("/", (CancellationToken leaving) => TypedResults.ServerSentEvents(Read(readers, leaving)));
        server.MapPost("/", async (HttpRequest request) =>
        {
            using var body = new StreamReader(request.Body);
            var text = await body.ReadToEndAsync();
            foreach (var (reader, _) in readers) reader.Writer.TryWrite(text);
            return TypedResults.Ok();
        });
        await server.RunAsync();
    }

    private static async IAsyncEnumerable<string> Read(ConcurrentDictionary<Channel<string>, byte> readers, [EnumeratorCancellation] CancellationToken leaving)
    {
        var own = Channel.CreateUnbounded<string>();
        readers[own] = 0;
        try
        {
            // The head of the answer goes with the first event, so there is one at once.
            yield return "open";
            await foreach (var text in own.Reader.ReadAllAsync(leaving)) yield return text;
        }
        finally
        {
            readers.TryRemove(own, out _);
        }
    }
}
