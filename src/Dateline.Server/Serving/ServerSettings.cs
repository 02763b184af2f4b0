using System.Net;
using Dateline.Core.Outcomes;
using Dateline.Desk;
using Dateline.Desk.Members;
using Dateline.Media.Originals;
using Dateline.Public.Pages.Looks;
using Dateline.Public.Wire;

namespace Dateline.Server.Serving;

/// <summary>Everything an operator can set, read once at the start: <c>appsettings.json</c>, then the environment (<c>DATELINE_…</c>), then the command line.</summary>
public sealed record ServerSettings
{
    /// <summary>Where to listen.</summary>
    public required string Urls { get; init; }

    /// <summary>The data folder.</summary>
    public required string Data { get; init; }

    /// <summary>Whether to play the sample news day.</summary>
    public bool Demo { get; init; }

    /// <summary>How the reader's pages look.</summary>
    public NewsroomStyle Style { get; init; } = new();

    /// <summary>How fast one member may write (<c>DATELINE_LIMITS__WRITESPERMINUTE</c>, <c>DATELINE_LIMITS__BURST</c>).</summary>
    public WriteLimits Writes { get; init; } = new();

    /// <summary>How often signing in may be tried in a minute (<c>DATELINE_LIMITS__SIGNINSPERADDRESS</c>, <c>…SIGNINSPERACCOUNT</c>, <c>…SIGNINS</c>).</summary>
    public SignInLimits SignIns { get; init; } = new();

    /// <summary>Where people may sign in elsewhere (<c>DATELINE_OIDC__…</c>).</summary>
    public OpenIdSettings? OpenId { get; init; }

    /// <summary>The store that originals are kept in (<c>DATELINE_S3__…</c>); the data folder when it is not set.</summary>
    public StoreSettings? Store { get; init; }

    /// <summary>How many streams one address may hold open (<c>DATELINE_LIMITS__CONNECTIONSPERADDRESS</c>; many readers can share one, behind a company's or a network's gateway), and whose
    /// forwarded addresses count (<c>DATELINE_PROXIES</c>, comma-separated).</summary>
    public DoorSettings Door { get; init; } = new();

    /// <summary>The folders in which ffmpeg, ffprobe and the programs of poppler are looked for: <c>PATH</c>, unless a test says otherwise.</summary>
    public string Programs { get; init; } = Environment.GetEnvironmentVariable("PATH") ?? "";

    /// <summary>What the newsroom's side needs to know.</summary>
    public DeskSettings Desk => new()
    {
        Address = Style.PublicUrl,
        Newsroom = Style.Name,
        Keys = Path.Combine(Data, "keys"),
        Media = Path.Combine(Data, "media"),
        Store = Store,
        Programs = Programs,
        Writes = Writes,
        SignIns = SignIns,
        OpenId = OpenId,
    };

    /// <summary>Where operators read metrics (<c>DATELINE_MANAGEMENT</c>); nowhere when it is not set.</summary>
    public Uri? Management { get; init; }

    /// <summary>What TLS is spoken with on <c>https</c> addresses.</summary>
    public TlsSettings Tls { get; init; } = new(Certificate: null);

    /// <summary>Reads the settings, or says in a sentence which one cannot be used.</summary>
    public static Result<ServerSettings> Read(string urls, string data, bool demo)
    {
        if (urls.Split(';').FirstOrDefault(url => !IsUrl(url)) is { } unusable) return Wrong($"--urls names “{unusable}”; write it as http://127.0.0.1:5080.");
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
            .AddEnvironmentVariables("DATELINE_")
            .Build();
        try
        {
            return Read(configuration, new ServerSettings { Urls = urls, Data = data, Demo = demo });
        }
        catch (InvalidOperationException exception)
        {
            // The binder's own sentence names the setting and the value.
            return Wrong(exception.Message);
        }
    }

    private static Result<ServerSettings> Read(IConfiguration configuration, ServerSettings settings)
    {
        if (configuration["DATABASE"] is { Length: > 0 } database && !database.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
            return Wrong($"DATELINE_DATABASE is “{database}”; this version keeps its data in SQLite only.");
        var (looks, limits) = (configuration.GetSection("NEWSROOM"), configuration.GetSection("LIMITS"));
        var style = looks.Get<NewsroomStyle>() ?? new NewsroomStyle();
        if (looks["PUBLICURL"] is null) style = style with { PublicUrl = Here(settings.Urls) ?? style.PublicUrl };
        if (configuration["PUBLICURL"] is { Length: > 0 } address)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var url)) return Wrong($"DATELINE_PUBLICURL is “{address}”; write it as https://news.example.org.");
            style = style with { PublicUrl = url };
        }
        if (style.Problems() is [var problem, ..]) return Wrong(problem);
        var proxies = new List<IPNetwork>();
        foreach (var each in (configuration["PROXIES"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!TryParse(each, out var network)) return Wrong($"DATELINE_PROXIES names “{each}”; write addresses or networks, such as 10.0.0.7, 192.168.0.0/16.");
            proxies.Add(network);
        }
        var writes = new WriteLimits(limits.GetValue("WRITESPERMINUTE", 1_200), limits.GetValue("BURST", 300));
        if (writes.WritesPerMinute < 60 || writes.Burst < 1) return Wrong("At least 60 writes a minute and a burst of one must be allowed.");
        var door = settings.Door with
        {
            Proxies = proxies,
            StreamsPerAddress = limits.GetValue("CONNECTIONSPERADDRESS", settings.Door.StreamsPerAddress),
            SecurePorts = settings.Urls.Split(';').Select(BindingAddress.Parse).Where(url => url.Scheme == "https").Select(url => url.Port).ToHashSet(),
        };
        var signIns = new SignInLimits(limits.GetValue("SIGNINSPERADDRESS", 60), limits.GetValue("SIGNINSPERACCOUNT", 10), limits.GetValue("SIGNINS", 600));
        if (signIns.PerAddress < 1 || signIns.PerAccount < 1 || signIns.InAll < 1) return Wrong("At least one sign-in a minute must be allowed.");
        Uri? management = null;
        if (configuration["MANAGEMENT"] is { Length: > 0 } metrics && !(Uri.TryCreate(metrics, UriKind.Absolute, out management) && management.Scheme == "http"))
            return Wrong($"DATELINE_MANAGEMENT is “{metrics}”; write it as http://127.0.0.1:9464.");
        if (!TlsCertificate.Read(settings.Urls, configuration.GetSection("TLS")).Try(out var tls, out var unusable)) return unusable;
        if (!OpenIdConfiguration.Read(configuration.GetSection("OIDC")).Try(out var openId, out var refusal)) return refusal;
        if (!StoreConfiguration.Read(configuration.GetSection("S3")).Try(out var store, out refusal)) return refusal;
        return settings with { Style = style, Writes = writes, SignIns = signIns, OpenId = openId.Settings, Store = store.Settings, Door = door, Tls = tls, Management = management };
    }

    // Without a public address, the one that is listened at; a browser on this machine calls all of these localhost, for which alone it has passkeys without TLS.
    private static Uri? Here(string urls)
    {
        var address = BindingAddress.Parse(urls.Split(';')[0]);
        if (address.IsUnixPipe || address.IsNamedPipe) return null;
        var host = address.Host is "+" or "*" or "0.0.0.0" or "[::]" or "127.0.0.1" or "[::1]" ? "localhost" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port).Uri;
    }

    private static bool IsUrl(string text)
    {
        try
        {
            return BindingAddress.Parse(text).Scheme is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool TryParse(string text, out IPNetwork network)
    {
        if (IPNetwork.TryParse(text, out network)) return true;
        if (!IPAddress.TryParse(text, out var address)) return false;
        network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }

    private static Refusal Wrong(string sentence) => new(RefusalKind.Invalid, sentence);
}
