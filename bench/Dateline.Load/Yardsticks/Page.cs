namespace Dateline.Load.Yardsticks;

/// <summary>A bare endpoint that answers with a page's bytes from memory: what the framework alone costs.</summary>
internal static class Page
{
    public static async Task Run(int port, string file, string encoding)
    {
        var page = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var server = builder.Build();
        server.MapGet("/", async (HttpContext context) =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            if (encoding != "identity") context.Response.Headers.ContentEncoding = encoding;
            context.Response.ContentLength = page.Length;
            await context.Response.BodyWriter.WriteAsync(page, context.RequestAborted);
        });
        await server.RunAsync();
    }
}
