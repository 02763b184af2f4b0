using System.Text.Json;
using Dateline.Public.Pages.Looks;
using Dateline.Public.Serving;

namespace Dateline.Server.Serving;

/// <summary>What the web build made for readers, held in memory: a script, a stylesheet, typefaces, an icon, each named by its content and so good for ever.</summary>
public sealed class WebAssets
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "reader");

    private readonly Dictionary<string, byte[]> _files = [];

    private WebAssets(PageAssets page) => Page = page;

    /// <summary>What pages need to know of them.</summary>
    public PageAssets Page { get; }

    /// <summary>Reads the build that lies beside the server.</summary>
    public static WebAssets Load()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "manifest.json")));
        var names = manifest.RootElement;
        var (script, styles) = (Name("script"), Name("styles"));
        var (font, extended, icon) = (Name("font"), Name("fontExtended"), Name("icon"));
        // Pages are made of the build's files and of this assembly's markup: a change of either is another build.
        var build = $"{Name("build")}{typeof(PageAssets).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8]}";
        var assets = new WebAssets(new PageAssets(File.ReadAllText(Path.Combine(Folder, styles)), Url(script), Url(font), Url(extended), Url(icon), build));
        foreach (var name in new[] { script, font, extended, icon }) assets._files[name] = File.ReadAllBytes(Path.Combine(Folder, name));
        return assets;

        string Name(string key) => names.GetProperty(key).GetString()!;
    }

    /// <summary>The files, by the addresses that pages name.</summary>
    public IEnumerable<(string Address, byte[] Content)> Files => _files.Select(file => (Url(file.Key), file.Value));

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/assets/{name}", ["GET", "HEAD"], async (HttpContext context, string name) =>
        {
            if (!_files.TryGetValue(name, out var file))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            var isScript = name.EndsWith(".js", StringComparison.Ordinal);
            context.Response.ContentType = isScript ? "text/javascript; charset=utf-8" : name.EndsWith(".svg", StringComparison.Ordinal) ? "image/svg+xml" : "font/woff2";
            var script = isScript ? _script ??= Forms.Of(file) : null;
            var (body, coding) = script is null ? new Form(file, null) : await script.Get(Encodings.Choose(context.Request.Headers.AcceptEncoding.ToString()));
            if (coding is not null) context.Response.Headers.ContentEncoding = coding;
            context.Response.Headers.Vary = "Accept-Encoding";
            context.Response.ContentLength = body.Length;
            if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }).AllowAnonymous().ExcludeFromDescription();

    private static string Url(string name) => $"/assets/{name}";

    private Forms? _script;
}
