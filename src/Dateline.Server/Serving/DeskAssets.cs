using Dateline.Public.Serving;
using Microsoft.AspNetCore.StaticFiles;

namespace Dateline.Server.Serving;

/// <summary>The desk's screen as the web build made it, held in memory: one page for every address under <c>/desk</c>, and its files, which are named by their content.</summary>
public sealed class DeskAssets
{
    // React and the editor need no inline script or style; the preview is the reader's own page in a frame. Pictures that are being added are blobs until they are kept.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string NotBuilt = "The desk's screen is not part of this build. Build it with: cd web/desk; npm ci; npm run build; then build the server again.\n";

    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly Dictionary<string, Lazy<Sheet>> _texts = [];
    private readonly Dictionary<string, (string Type, byte[] Bytes)> _files = [];

    /// <summary>Reads the build that lies beside the server.</summary>
    public static DeskAssets Load() => Load(Path.Combine(AppContext.BaseDirectory, "desk"));

    public static DeskAssets Load(string folder)
    {
        var assets = new DeskAssets();
        if (!Directory.Exists(folder)) return assets;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var (name, bytes) = (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file));
            var type = name.EndsWith(".webmanifest", StringComparison.Ordinal) ? "application/manifest+json" : Types.TryGetContentType(name, out var known) ? known : "application/octet-stream";
            if (type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal) || type.Contains("svg", StringComparison.Ordinal) || type.Contains("javascript", StringComparison.Ordinal))
                assets._texts[name] = new(() => Sheet.Of($"{type}; charset=utf-8", bytes));
            else assets._files[name] = (type, bytes);
        }
        return assets;
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        string[] reading = ["GET", "HEAD"];
        routes.MapMethods("/desk/{**path}", reading, (HttpContext context, string? path) => Serve(context, path ?? "")).AllowAnonymous().ExcludeFromDescription();
    }

    private async Task Serve(HttpContext context, string path)
    {
        var response = context.Response;
        var name = path.Length > 0 && (_texts.ContainsKey(path) || _files.ContainsKey(path)) ? path : "index.html";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers.ContentSecurityPolicy = Policy;
        if (!_texts.ContainsKey("index.html"))
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.ContentType = "text/plain; charset=utf-8";
            await response.WriteAsync(NotBuilt, context.RequestAborted);
            return;
        }
        // A file that another build had is not this page: a script would be given HTML.
        if (name == "index.html" && path.StartsWith("assets/", StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        response.Headers.CacheControl = name.StartsWith("assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        var body = _files.TryGetValue(name, out var file) ? file.Bytes : await Encoded(context, name);
        if (file.Type is { } type) response.ContentType = type;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private async Task<byte[]> Encoded(HttpContext context, string name)
    {
        var sheet = _texts[name].Value;
        context.Response.ContentType = sheet.ContentType;
        var (body, coding) = await sheet.Body.Get(Encodings.Choose(context.Request.Headers.AcceptEncoding));
        if (coding is not null) context.Response.Headers.ContentEncoding = coding;
        return body;
    }
}
