using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Dateline.Load.Events;
using Dateline.Public.Wire;

namespace Dateline.Load.Readers;

/// <summary>One thread and its share of the readers: waits, reads what has come, looks for events in it. Nothing is allocated for a delivery.</summary>
internal sealed class ReaderThread : IDisposable
{
    private const int Batch = 256;
    private const int ReadAtOnce = 64 * 1024;

    private readonly Plan _plan;
    private readonly Ledger _ledger;
    private readonly int _first;
    private readonly Uri _url;
    private readonly IPEndPoint _server;
    private readonly Reader[] _readers;
    private readonly byte[] _buffer = new byte[ReadAtOnce];
    private readonly Epoll _epoll = new(Batch);
    private readonly ConcurrentQueue<Action> _wishes = new();
    private readonly Thread _thread;
    private int _toDial, _dialling, _mostDialling;
    private bool _isOver;

    public ReaderThread(Plan plan, Ledger ledger, int number)
    {
        (_plan, _ledger, _first) = (plan, ledger, number);
        _url = new Uri(plan.Stream(0, 0));
        _server = new IPEndPoint(IPAddress.Parse(_url.Host), _url.Port);
        _readers = new Reader[(plan.Readers - number + plan.Threads - 1) / plan.Threads];
        _toDial = _readers.Length;
        _thread = new Thread(Read) { Name = $"readers-{number}", IsBackground = true };
        _thread.Start();
    }

    public Tally Tally { get; } = new();

    public IEnumerable<Seen> Seen => _readers.Where((_, index) => Number(index) >= _plan.Stalled).Select(reader => reader.Seen);

    public void Open(int atOnce) => Wish(() =>
    {
        _toDial = 0;
        _mostDialling = atOnce;
    });

    public void Close()
    {
        using var done = new ManualResetEventSlim();
        Wish(() =>
        {
            _toDial = _readers.Length;
            for (var index = 0; index < _readers.Length; index++) LetGo(index);
            _dialling = 0;
            done.Set();
        });
        done.Wait();
    }

    public void Dispose()
    {
        Wish(() => _isOver = true);
        _thread.Join();
        _epoll.Dispose();
    }

    private int Number(int index) => index * _plan.Threads + _first;

    private void Wish(Action action)
    {
        _wishes.Enqueue(action);
        _epoll.Wake();
    }

    private void Read()
    {
        while (!_isOver)
        {
            var count = _epoll.Wait();
            for (var i = 0; i < count; i++)
            {
                var (key, readiness) = _epoll[i];
                if (key != Epoll.Woken) Attend((int)key, readiness);
            }
            while (_wishes.TryDequeue(out var wish)) wish();
            while (_toDial < _readers.Length && _dialling < _mostDialling) DialNext(_toDial++);
        }
        for (var index = 0; index < _readers.Length; index++) LetGo(index);
    }

    private void DialNext(int index)
    {
        ref var reader = ref _readers[index];
        var socket = Dial.Begin(_server, Number(index), Number(index) < _plan.Stalled);
        if (socket < 0)
        {
            Refuse($"The connection could not be begun: error {-socket}.");
            return;
        }
        reader = new Reader { Socket = socket, State = ReaderState.Connecting, Seen = reader.Seen };
        _dialling++;
        _epoll.Add(socket, Readiness.Writable, (ulong)index);
    }

    private void Attend(int index, Readiness readiness)
    {
        ref var reader = ref _readers[index];
        if (reader.State == ReaderState.Away) return;
        if (reader.State == ReaderState.Connecting) Ask(index, ref reader, readiness);
        else if (reader.State == ReaderState.Stalled) End(index);
        else Take(index, ref reader);
    }

    private void Ask(int index, ref Reader reader, Readiness readiness)
    {
        var path = _plan.Stream(Number(index), reader.Seen.Last)[_url.GetLeftPart(UriPartial.Authority).Length..];
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {_url.Authority}\r\nAccept: text/event-stream\r\nCache-Control: no-cache\r\n\r\n");
        if ((readiness & (Readiness.Failed | Readiness.Gone)) != 0 || Linux.Send(reader.Socket, request) != request.Length)
        {
            End(index);
            return;
        }
        reader.State = ReaderState.Asked;
        _epoll.Change(reader.Socket, Readiness.Readable, (ulong)index);
    }

    // What a reader is told more often than once: it comes again, because the system tells what is still unread.
    private void Take(int index, ref Reader reader)
    {
        var count = Linux.Receive(reader.Socket, _buffer);
        if (count == Linux.WouldBlock) return;
        if (count <= 0)
        {
            End(index);
            return;
        }
        var at = Stopwatch.GetTimestamp();
        Tally.Bytes += count;
        ReadOnlySpan<byte> bytes = _buffer.AsSpan(0, count);
        if (reader.State == ReaderState.Asked && !Answered(index, ref reader, ref bytes)) return;
        while (reader.Body.Next(ref bytes, out var piece))
        {
            while (reader.Scan.Next(ref piece, out var mark))
                if (reader.Seen.Add(mark.Number)) _ledger.Receive(mark, at);
        }
        if (reader.Body.HasEnded) End(index);
    }

    private bool Answered(int index, ref Reader reader, ref ReadOnlySpan<byte> bytes)
    {
        if (reader.Head is { } before) bytes = (byte[])[.. before, .. bytes];
        if (!ResponseHead.TryRead(bytes, out var head))
        {
            reader.Head = bytes.ToArray();
            return false;
        }
        reader.Head = null;
        if (head.Status != 200)
        {
            Refuse(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 600)]));
            _dialling--;
            LetGo(index);
            return false;
        }
        reader.Body = new Chunks(head.IsChunked);
        reader.State = ReaderState.Reading;
        bytes = bytes[head.Length..];
        Tally.NoteRetry(bytes);
        _dialling--;
        if (Number(index) < _plan.Stalled)
        {
            reader.State = ReaderState.Stalled;
            _epoll.Change(reader.Socket, Readiness.None, (ulong)index);
        }
        Volatile.Write(ref Tally.Opened, Tally.Opened + 1);
        return true;
    }

    // The other side has ended it, or never began.
    private void End(int index)
    {
        switch (_readers[index].State)
        {
            case ReaderState.Connecting or ReaderState.Asked:
                _dialling--;
                Refuse("The server closed the connection before it answered.");
                break;
            case ReaderState.Reading:
                Tally.Dropped++;
                break;
        }
        LetGo(index);
    }

    private void Refuse(string why)
    {
        Tally.FirstRefusal ??= why;
        Volatile.Write(ref Tally.Refused, Tally.Refused + 1);
    }

    private void LetGo(int index)
    {
        ref var reader = ref _readers[index];
        if (reader.State == ReaderState.Away) return;
        reader.State = ReaderState.Away;
        Linux.Close(reader.Socket);
    }
}
