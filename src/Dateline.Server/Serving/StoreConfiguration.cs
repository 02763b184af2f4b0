using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Core.Outcomes;
using Dateline.Media.Originals;

namespace Dateline.Server.Serving;

/// <summary>The settings of the store that originals are kept in, if there is one.</summary>
internal sealed partial record StoreConfiguration(StoreSettings? Settings)
{
    /// <summary>The least and the most megabytes of originals near: a few large pictures, and what no disk has.</summary>
    private const int LeastCache = 128;
    private const int MostCache = 10_000_000;

    public static Result<StoreConfiguration> Read(IConfigurationSection s3)
    {
        var (bucket, endpoint, region, prefix) = (s3["BUCKET"], s3["ENDPOINT"], s3["REGION"], s3["PREFIX"] ?? "");
        if (bucket is not { Length: > 0 })
            return s3.GetChildren().Any() ? Wrong("DATELINE_S3__BUCKET is missing; it is the bucket that originals are kept in.") : new StoreConfiguration((StoreSettings?)null);
        if (!Bucket().IsMatch(bucket)) return Wrong($"DATELINE_S3__BUCKET is “{bucket}”; buckets are named with 3 to 63 lower-case letters, digits, hyphens and dots.");
        Uri? url = null;
        if (endpoint is { Length: > 0 } && !(Uri.TryCreate(endpoint, UriKind.Absolute, out url) && url.Scheme is "http" or "https" && url.PathAndQuery == "/" && url.UserInfo.Length == 0))
            return Wrong($"DATELINE_S3__ENDPOINT is “{endpoint}”; write it as https://s3.example.org, without a path.");
        if (url is null && region is not { Length: > 0 }) return Wrong("Set DATELINE_S3__REGION for a bucket at Amazon, or DATELINE_S3__ENDPOINT for one elsewhere.");
        if (!Prefix().IsMatch(prefix)) return Wrong($"DATELINE_S3__PREFIX is “{prefix}”; write it as dateline/originals, with at most 200 letters, digits, hyphens, dots and slashes.");
        if (s3["PATHSTYLE"] is { Length: > 0 } style && !bool.TryParse(style, out _)) return Wrong($"DATELINE_S3__PATHSTYLE is “{style}”; write true or false.");
        if (s3["CACHE"] is { Length: > 0 } megabytes && !int.TryParse(megabytes, NumberStyles.None, CultureInfo.InvariantCulture, out _)) return Wrong($"DATELINE_S3__CACHE is “{megabytes}”; write a number of megabytes.");
        var cache = s3.GetValue("CACHE", 1_024);
        if (cache is < LeastCache or > MostCache) return Wrong($"DATELINE_S3__CACHE is {cache}; it is megabytes, at least {LeastCache}.");
        return new StoreConfiguration(new StoreSettings
        {
            Bucket = bucket,
            Endpoint = url,
            Region = region is { Length: > 0 } ? region : "us-east-1",
            PathStyle = s3.GetValue("PATHSTYLE", url is not null),
            Prefix = prefix.Length == 0 || prefix.EndsWith('/') ? prefix : $"{prefix}/",
            MostNear = cache * 1024L * 1024,
        });
    }

    private static Refusal Wrong(string sentence) => new(RefusalKind.Invalid, sentence);

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex Bucket();

    [GeneratedRegex(@"^([A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*/?)?\z")]
    private static partial Regex Prefix();
}
