using System.Buffers;
using System.Diagnostics;
using System.Net;
using Dateline.Load.Events;

namespace Dateline.Load.Readers;

/// <summary>Readers through .NET's HTTP client: HTTP/2, and TLS. Dearer than bare sockets by far, so for hundreds of readers and for comparing within its own row.</summary>
internal sealed class HttpCrowd : ICrowd
{
    private const int ReadAtOnce = 4 * 1024;

    private readonly Plan _plan;
    private readonly Ledger _ledger;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        SslOptions = Trust.Options,
        EnableMultipleHttp2Connections = true,
        UseProxy = false,
    });
    private readonly Seen[] _seen;
    private CancellationTokenSource _leaving = new();
    private Task _reading = Task.CompletedTask;

    public HttpCrowd(Plan plan, Ledger ledger) => (_plan, _ledger, _seen) = (plan, ledger, new Seen[plan.Readers]);

    public Tally Tally { get; } = new();

    public IEnumerable<Seen> Seen => _seen;

    public void Open(int atOnce)
    {
        _leaving = new CancellationTokenSource();
        var doors = new SemaphoreSlim(atOnce);
        _reading = Task.WhenAll(Enumerable.Range(0, _plan.Readers).Select(reader => Task.Run(() => Read(reader, doors, _leaving.Token))));
    }

    public void Close()
    {
        _leaving.Cancel();
        _reading.Wait();
    }

    public void Dispose()
    {
        Close();
        _leaving.Dispose();
        _client.Dispose();
    }

    private async Task Read(int reader, SemaphoreSlim doors, CancellationToken leaving)
    {
        var isOpen = false;
        await doors.WaitAsync(leaving);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, _plan.Stream(reader, _seen[reader].Last)) { Version = new Version(_plan.Http, _plan.Http == 1 ? 1 : 0), VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            using var answer = await _client.SendAsync(request, leaving);
            if (answer.StatusCode != HttpStatusCode.OK) throw new HttpRequestException($"The server answered {(int)answer.StatusCode}.");
            isOpen = true;
            doors.Release();
            Interlocked.Increment(ref Tally.Opened);
            await Take(reader, await answer.Content.ReadAsStreamAsync(leaving), leaving);
            Interlocked.Increment(ref Tally.Dropped);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The reader has left.
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            Tally.FirstRefusal ??= exception.Message;
            Interlocked.Increment(ref isOpen ? ref Tally.Dropped : ref Tally.Refused);
        }
        finally
        {
            if (!isOpen) doors.Release();
        }
    }

    private async Task Take(int reader, Stream stream, CancellationToken leaving)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadAtOnce);
        try
        {
            var scan = new EventScan();
            while (await stream.ReadAsync(buffer, leaving) is var count and > 0)
            {
                Interlocked.Add(ref Tally.Bytes, count);
                Look(reader, ref scan, buffer.AsSpan(0, count), Stopwatch.GetTimestamp());
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Look(int reader, ref EventScan scan, ReadOnlySpan<byte> bytes, long at)
    {
        while (scan.Next(ref bytes, out var mark))
            if (_seen[reader].Add(mark.Number)) _ledger.Receive(mark, at);
    }
}
