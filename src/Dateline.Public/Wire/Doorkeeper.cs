using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Dateline.Public.Wire;

/// <summary>
/// The thread at the door: takes in connections, looks at what each asks without taking it from the socket, and then gives a reader to the couriers, hands out a page, or hands the connection on, untouched.
/// </summary>
internal sealed class Doorkeeper : IDisposable
{
    /// <summary>How many connections may stand at the door without having said what they want; one more is handed on at once.</summary>
    /// <summary>How many connections may stand at the door without having said what they want; one more is handed on at once. Each costs some two hundred bytes here and far more at Kestrel: when a network comes back, tens of thousands knock before the first has spoken.</summary>
    private const int MostVisitors = 32_768;

    /// <summary>How long one may stand there; then Kestrel waits for it, with its own patience.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long one that was answered may take to ask again, or to take what it was given; then it is closed.</summary>
    private static readonly TimeSpan LongPatience = TimeSpan.FromSeconds(60);

    private const int MostHappenings = 256;
    private const int AcceptedAtOnce = 64;
    private const int MostHead = 4 * 1024;

    /// <summary>How often it looks again, before it sleeps, after having handed out pages: some 30 microseconds.</summary>
    private const int Looks = 100;

    private const ulong Listener = ulong.MaxValue - 1;

    private readonly Epoll _epoll = new(MostHappenings);
    private readonly Dictionary<ulong, Visitor> _visitors = [];
    private readonly ConcurrentQueue<Action> _errands = new();
    private readonly byte[] _seen = new byte[RequestHead.MostBytes + 1];
    private readonly byte[] _said = new byte[MostHead];
    private readonly Socket _listener;
    private readonly int _listening;
    private readonly StreamReception _streams;
    private readonly PageReception _pages;
    private readonly ChangesReception _changes;
    private readonly Couriers _couriers;
    private readonly Action<int> _handOn;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Thread _thread;
    private volatile bool _isOver;
    private bool _isAccepting;
    private int _answers;
    private ulong _keys;
    private (long Second, string Text) _date = (0, "");

    /// <param name="handOn">What to do with a connection that is not for here; it gets the descriptor, and from then on owns it.</param>
    public Doorkeeper(Socket listener, StreamReception streams, PageReception pages, ChangesReception changes, Couriers couriers, Action<int> handOn, TimeProvider time, ILogger log)
    {
        (_listener, _streams, _pages, _changes, _couriers, _handOn, _time, _log) = (listener, streams, pages, changes, couriers, handOn, time, log);
        _listening = (int)listener.Handle;
        Open();
        _thread = new Thread(Run) { IsBackground = true, Name = "doorkeeper" };
        _thread.Start();
    }

    /// <summary>Closes the door. Who stands at it is turned away; who is in stays.</summary>
    public void Dispose()
    {
        _isOver = true;
        _epoll.Wake();
        _thread.Join();
        foreach (var visitor in _visitors.Values) Linux.Close(visitor.Socket);
        _visitors.Clear();
        _epoll.Dispose();
        _listener.Dispose();
    }

    /// <summary>A second has passed: hands on who has stood there too long, and opens again after having had to close.</summary>
    public void Tick() => Send(LookAround);

    private void Send(Action errand)
    {
        _errands.Enqueue(errand);
        _epoll.Wake();
    }

    private void Run()
    {
        while (!_isOver)
        {
            var happened = _epoll.Wait(_answers > 0 ? Looks : 0);
            _answers = 0;
            while (!_isOver && _errands.TryDequeue(out var errand)) errand();
            for (var i = 0; i < happened && !_isOver; i++)
            {
                var (key, _) = _epoll[i];
                if (key == Listener) Accept();
                else if (_visitors.TryGetValue(key, out var visitor)) Look(visitor);
            }
        }
    }

    private void Accept()
    {
        for (var i = 0; i < AcceptedAtOnce; i++)
        {
            var socket = Linux.Accept(_listening, out var address);
            if (socket == Linux.WouldBlock) return;
            if (socket == Linux.ConnectionAborted) continue;
            if (socket < 0)
            {
                // No descriptor left, most likely. The listening socket would say so without end: it is asked again in a second, and who knocks waits in the system's queue.
                _log.LogWarning("No connection can be taken in at the moment (error {Error}); see the limit of open files.", -socket);
                _epoll.Remove(_listening);
                _isAccepting = false;
                return;
            }
            var visitor = new Visitor(socket, address, _keys++) { Since = _time.GetTimestamp() };
            _visitors.Add(visitor.Key, visitor);
            Look(visitor);
        }
    }

    private void Look(Visitor visitor)
    {
        try
        {
            if (visitor.Owed.IsEmpty) Receive(visitor);
            else Pay(visitor);
        }
        catch (Exception exception)
        {
            _log.LogError(exception, "A connection could not be received and is cut off.");
            Close(visitor);
        }
    }

    private void Receive(Visitor visitor)
    {
        var length = Linux.Peek(visitor.Socket, _seen);
        if (length == Linux.WouldBlock && _visitors.Count <= MostVisitors)
        {
            Watch(visitor, Readiness.Readable);
            return;
        }
        if (length is 0 || (length < 0 && length != Linux.WouldBlock))
        {
            Close(visitor);
            return;
        }
        var reception = Receive(visitor, length);
        if (reception.Until is { } until) Await(visitor, until);
        else if (reception.Reader is { } reader) TakeIn(visitor, reader, length);
        else if (reception.Answer is { } answer) Answer(visitor, answer, length);
        else HandOn(visitor);
    }

    private Reception Receive(Visitor visitor, int length)
    {
        if (length is < 0 or > RequestHead.MostBytes || !RequestHead.TryRead(_seen.AsSpan(0, length), out var head)) return Reception.Elsewhere;
        if (head.Path.EndsWith("/stream"u8)) return _streams.Receive(head, visitor, Date());
        return head.Path.EndsWith("/changes"u8) ? _changes.Receive(head, visitor) : _pages.Receive(head, visitor);
    }

    private void Answer(Visitor visitor, PageAnswer answer, int length)
    {
        _ = Linux.Receive(visitor.Socket, _seen.AsSpan(0, length));
        _answers++;
        (visitor.WasAnswered, visitor.Waits, visitor.Since) = (true, 0, _time.GetTimestamp());
        var said = answer.Head.Length;
        answer.Head.CopyTo(_said, 0);
        said += Encoding.ASCII.GetBytes(Date(), _said.AsSpan(said));
        "\r\n\r\n"u8.CopyTo(_said.AsSpan(said));
        said += 4;
        var sent = Linux.Send(visitor.Socket, _said.AsSpan(0, said), answer.Body.Span);
        if (sent == said + answer.Body.Length) Watch(visitor, Readiness.Readable);
        else if (sent >= said) Owe(visitor, answer.Body[(sent - said)..]);
        else if (sent == Linux.WouldBlock || sent >= 0) Owe(visitor, (byte[])[.. _said.AsSpan(Math.Max(sent, 0), said - Math.Max(sent, 0)), .. answer.Body.Span]);
        else Close(visitor);
    }

    private void Owe(Visitor visitor, ReadOnlyMemory<byte> owed)
    {
        visitor.Owed = owed;
        Watch(visitor, Readiness.Writable);
    }

    private void Pay(Visitor visitor)
    {
        var sent = Linux.Send(visitor.Socket, visitor.Owed.Span);
        if (sent == Linux.WouldBlock) return;
        if (sent < 0)
        {
            Close(visitor);
            return;
        }
        (visitor.Owed, visitor.Since) = (visitor.Owed[sent..], _time.GetTimestamp());
        if (visitor.Owed.IsEmpty) Watch(visitor, Readiness.Readable);
    }

    private void TakeIn(Visitor visitor, WireReader reader, int length)
    {
        Release(visitor);
        // What was looked at is there still, so it is taken whole.
        _ = Linux.Receive(visitor.Socket, _seen.AsSpan(0, length));
        Linux.PrepareStream(visitor.Socket);
        _couriers.TakeIn(reader);
    }

    private void HandOn(Visitor visitor)
    {
        Release(visitor);
        _handOn(visitor.Socket);
    }

    private void Close(Visitor visitor)
    {
        // Closing takes it out of the epoll as well.
        if (_visitors.Remove(visitor.Key)) Linux.Close(visitor.Socket);
    }

    private void Watch(Visitor visitor, Readiness interest)
    {
        if (visitor.Watched == interest) return;
        if (visitor.Watched is null) _epoll.Add(visitor.Socket, interest, visitor.Key);
        else _epoll.Change(visitor.Socket, interest, visitor.Key);
        visitor.Watched = interest;
    }

    // A page that has to be fetched from the database first keeps nobody else waiting.
    private void Await(Visitor visitor, Task until)
    {
        visitor.Waits++;
        // What it asked lies there all the while, and is not news.
        if (visitor.Watched is not null) Watch(visitor, Readiness.None);
        until.ContinueWith(_ => Send(() => Look(visitor)), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Release(Visitor visitor)
    {
        _visitors.Remove(visitor.Key);
        if (visitor.Watched is not null) _epoll.Remove(visitor.Socket);
    }

    private void Open()
    {
        _epoll.Add(_listening, Readiness.Readable, Listener);
        _isAccepting = true;
    }

    private void LookAround()
    {
        if (!_isAccepting) Open();
        foreach (var visitor in _visitors.Values.Where(visitor => visitor.Waits == 0 && _time.GetElapsedTime(visitor.Since) > (visitor.WasAnswered ? LongPatience : Patience)).ToList())
        {
            // Who asks in the very moment in which patience ends is answered: a connection closed on a request looks like a fault to whoever sent it.
            if (visitor.WasAnswered && visitor.Owed.IsEmpty && Linux.Peek(visitor.Socket, _seen) > 0) Look(visitor);
            else if (visitor.WasAnswered) Close(visitor);
            else HandOn(visitor);
        }
    }

    private string Date()
    {
        var now = _time.GetUtcNow();
        if (now.ToUnixTimeSeconds() is var second && second != _date.Second) _date = (second, now.ToString("r", CultureInfo.InvariantCulture));
        return _date.Text;
    }
}
