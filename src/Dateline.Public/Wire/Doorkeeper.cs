using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Dateline.Public.Wire;

/// <summary>
/// The thread at the door: takes in connections, looks at what each asks first without taking it from the socket, and either gives the reader to the couriers or hands the connection on, untouched.
/// </summary>
internal sealed class Doorkeeper : IDisposable
{
    /// <summary>How many connections may stand at the door without having said what they want; one more is handed on at once.</summary>
    public const int MostVisitors = 4_096;

    /// <summary>How long one may stand there; then Kestrel waits for it, with its own patience.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int MostHappenings = 256;
    private const int AcceptedAtOnce = 64;
    private const ulong Listener = ulong.MaxValue - 1;

    private readonly Epoll _epoll = new(MostHappenings);
    private readonly Dictionary<ulong, Visitor> _visitors = [];
    private readonly ConcurrentQueue<Action> _errands = new();
    private readonly byte[] _seen = new byte[RequestHead.MostBytes + 1];
    private readonly Socket _listener;
    private readonly int _listening;
    private readonly StreamReception _streams;
    private readonly Couriers _couriers;
    private readonly Action<int> _handOn;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Thread _thread;
    private readonly ITimer _timer;
    private volatile bool _isOver;
    private bool _isAccepting;
    private ulong _keys;
    private (long Second, string Text) _date = (0, "");

    /// <param name="handOn">What to do with a connection that is not for here; it gets the descriptor, and from then on owns it.</param>
    public Doorkeeper(Socket listener, StreamReception streams, Couriers couriers, Action<int> handOn, TimeProvider time, ILogger log)
    {
        (_listener, _streams, _couriers, _handOn, _time, _log) = (listener, streams, couriers, handOn, time, log);
        _listening = (int)listener.Handle;
        Open();
        _thread = new Thread(Run) { IsBackground = true, Name = "doorkeeper" };
        _thread.Start();
        _timer = time.CreateTimer(_ => Send(Tick), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    /// <summary>Closes the door. Who stands at it is turned away; who is in stays.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        _isOver = true;
        _epoll.Wake();
        _thread.Join();
        foreach (var visitor in _visitors.Values) Linux.Close(visitor.Socket);
        _visitors.Clear();
        _epoll.Dispose();
        _listener.Dispose();
    }

    private void Send(Action errand)
    {
        _errands.Enqueue(errand);
        _epoll.Wake();
    }

    private void Run()
    {
        while (!_isOver)
        {
            var happened = _epoll.Wait();
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
            var visitor = new Visitor(socket, address, _keys++, _time.GetTimestamp());
            _visitors.Add(visitor.Key, visitor);
            Look(visitor);
        }
    }

    private void Look(Visitor visitor)
    {
        try
        {
            Receive(visitor);
        }
        catch (Exception exception)
        {
            _log.LogError(exception, "A connection could not be received and is cut off.");
            if (_visitors.Remove(visitor.Key)) Linux.Close(visitor.Socket);
        }
    }

    private void Receive(Visitor visitor)
    {
        var length = Linux.Peek(visitor.Socket, _seen);
        if (length == Linux.WouldBlock && _visitors.Count <= MostVisitors)
        {
            Watch(visitor);
            return;
        }
        if (length is 0 || (length < 0 && length != Linux.WouldBlock))
        {
            _visitors.Remove(visitor.Key);
            Linux.Close(visitor.Socket);
            return;
        }
        var reception = length is > 0 and <= RequestHead.MostBytes && RequestHead.TryRead(_seen.AsSpan(0, length), out var head)
            ? _streams.Receive(head, visitor, Date())
            : Reception.Elsewhere;
        if (reception.Until is { } until) Await(visitor, until);
        else if (reception.Reader is { } reader) TakeIn(visitor, reader, length);
        else HandOn(visitor);
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

    private void Watch(Visitor visitor)
    {
        if (visitor.IsWatched) _epoll.Change(visitor.Socket, Readiness.Readable | Readiness.Once, visitor.Key);
        else _epoll.Add(visitor.Socket, Readiness.Readable | Readiness.Once, visitor.Key);
        visitor.IsWatched = true;
    }

    // A page that has to be fetched from the database first keeps nobody else waiting.
    private void Await(Visitor visitor, Task until)
    {
        visitor.IsPrepared = true;
        until.ContinueWith(_ => Send(() => Look(visitor)), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Release(Visitor visitor)
    {
        _visitors.Remove(visitor.Key);
        if (visitor.IsWatched) _epoll.Remove(visitor.Socket);
    }

    private void Open()
    {
        _epoll.Add(_listening, Readiness.Readable, Listener);
        _isAccepting = true;
    }

    private void Tick()
    {
        if (!_isAccepting) Open();
        foreach (var visitor in _visitors.Values.Where(visitor => !visitor.IsPrepared && _time.GetElapsedTime(visitor.Since) > Patience).ToList()) HandOn(visitor);
    }

    private string Date()
    {
        var now = _time.GetUtcNow();
        if (now.ToUnixTimeSeconds() is var second && second != _date.Second) _date = (second, now.ToString("r", CultureInfo.InvariantCulture));
        return _date.Text;
    }
}
