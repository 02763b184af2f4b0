using System.Net;
using Dateline.Core.Outcomes;

namespace Dateline.Outside.Fetching;

/// <summary>
/// Asks other people's servers on a writer's word. The only place in Dateline that does: what it may reach, how far it follows, how much it reads and how long it waits are bounded here,
/// and an answer is a value or a sentence, never an exception.
/// </summary>
public sealed class Fetcher : IDisposable
{
    /// <summary>The most redirects followed; each is checked like the first address.</summary>
    public const int MostRedirects = 5;

    /// <summary>How many may be asked at once; one more is told to come again.</summary>
    public const int MostAtOnce = 8;

    /// <summary>The most that the head of an answer may hold, in kilobytes.</summary>
    public const int MostHeadKilobytes = 32;

    /// <summary>How long an answer may take, from the first look-up to its last byte, redirects included.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time;
    private readonly Dialling _dialling = new();
    private readonly HttpMessageInvoker _http;
    private int _asking;

    public Fetcher(TimeProvider time)
    {
        _time = time;
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            // Nothing of ours goes along, and nothing is followed, kept or passed on unseen.
            UseProxy = false,
            UseCookies = false,
            Credentials = null,
            PreAuthenticate = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            // Each request makes a connection of its own, so each is looked at.
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectTimeout = Longest,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli | DecompressionMethods.Deflate,
            MaxResponseHeadersLength = MostHeadKilobytes,
            MaxResponseDrainSize = 0,
            ConnectCallback = _dialling.Connect,
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, errors) => _dialling.Believes(certificate, errors) },
        });
    }

    /// <summary>For tests: leads one address that nobody else has to a server of their own.</summary>
    internal void Open(Door door) => _dialling.Door = door;

    /// <summary>Asks for something and reads it while it comes.</summary>
    public async Task<Result<T>> Get<T>(Uri address, Wanted wanted, Func<Found, CancellationToken, Task<Result<T>>> read, CancellationToken cancellation) where T : notnull
    {
        if (Interlocked.Increment(ref _asking) > MostAtOnce)
        {
            Interlocked.Decrement(ref _asking);
            return new Refusal(RefusalKind.Busy, "Many pages are being asked for at this moment; try again in a few seconds.");
        }
        using var late = new CancellationTokenSource(Longest, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await Follow(address, wanted, read, stop.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return Unusable($"{address.Host} did not answer within {Longest.TotalSeconds:0} seconds.");
        }
        catch (TooMuchException)
        {
            return Unusable($"{address.Host} sent more than {wanted.MostBytes / 1024:N0} KB, which is too much for {wanted.What}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            return Unusable(IsRefused(exception) ? NotPublic(address) : $"{address.Host} could not be reached, or broke off.");
        }
        finally
        {
            Interlocked.Decrement(ref _asking);
        }
    }

    private async Task<Result<T>> Follow<T>(Uri address, Wanted wanted, Func<Found, CancellationToken, Task<Result<T>>> read, CancellationToken stop) where T : notnull
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (Wrong(address) is { } wrong) return Unusable(wrong);
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            request.Headers.Add("User-Agent", "Dateline (link previews for a newsroom)");
            request.Headers.Add("Accept", string.Join(", ", wanted.Types));
            using var answer = await _http.SendAsync(request, stop);
            if ((int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } next)
            {
                address = new Uri(address, next);
                continue;
            }
            if (answer.StatusCode != HttpStatusCode.OK) return Unusable($"{address.Host} answered {(int)answer.StatusCode} and nothing to show.");
            var type = answer.Content.Headers.ContentType;
            if (!wanted.Types.Contains(type?.MediaType ?? "", StringComparer.OrdinalIgnoreCase)) return Unusable($"What {address.Host} has there is not {wanted.What}.");
            await using var body = await answer.Content.ReadAsStreamAsync(stop);
            return await read(new Found(address, type!.ToString(), new Bounded(body, wanted.MostBytes)), stop);
        }
        return Unusable($"{address.Host} leads on and on; give the address where it ends.");
    }

    private static string? Wrong(Uri address) =>
        !address.IsAbsoluteUri || address.Scheme is not ("http" or "https") ? "Only addresses that begin with https:// or http:// can be looked up."
        : address.Port is not (80 or 443) ? "Only web servers at their usual ports can be looked up."
        : address.UserInfo.Length > 0 ? "An address with a name or password in it is not looked up; take that out."
        : null;

    private static string NotPublic(Uri address) => $"{address.Host} is not on the public internet, or leads to what is not; it is not looked up.";

    private static bool IsRefused(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            if (cause is NotPublicException) return true;
        return false;
    }

    private static Refusal Unusable(string sentence) => new(RefusalKind.Invalid, sentence, [new Problem("url", sentence)]);

    public void Dispose() => _http.Dispose();
}
