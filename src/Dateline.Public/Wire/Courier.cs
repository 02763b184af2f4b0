using System.Collections.Concurrent;
using Dateline.Public.Live;
using Microsoft.Extensions.Logging;

namespace Dateline.Public.Wire;

/// <summary>What a courier can be sent for.</summary>
internal enum ErrandKind
{
    TakeIn,
    Carry,
    KeepAlive,
    SendAway,
}

internal readonly record struct Errand(ErrandKind Kind, WireReader? Reader = null, LiveCoverage? Coverage = null, int Circle = 0);

/// <summary>
/// A thread that carries frames to its share of the readers. A change costs one system call a reader and no allocation; what is due to a reader who is behind goes out in one piece.
/// A reader whose system takes no more is left standing with what is owed, and goes on when there is room: nobody waits for anybody else.
/// </summary>
internal sealed class Courier : IDisposable
{
    /// <summary>How long a reader may take nothing before it is dropped; it comes back with its Last-Event-ID.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Who was sent a change so few seconds ago needs no sign of life this time: at the next, a whole round of circles later, it is still less than twenty.</summary>
    private const int Lately = 4;

    private const int MostHappenings = 512;

    private readonly Epoll _epoll = new(MostHappenings);
    private readonly ConcurrentQueue<Errand> _errands = new();
    private readonly Dictionary<LiveCoverage, Round> _rounds = [];
    private readonly List<WireReader?> _readers = [];
    private readonly Stack<int> _free = [];
    private readonly HashSet<WireReader> _standing = [];
    private readonly byte[] _heard = new byte[4 * 1024];
    private readonly int _number;
    private readonly TimeProvider _time;
    private readonly ReaderPlaces _places;
    private readonly LiveMeter _meter;
    private readonly ILogger _log;
    private readonly Thread _thread;
    private volatile bool _isOver;
    private uint _keys;
    private int _second;

    public Courier(int number, TimeProvider time, ReaderPlaces places, LiveMeter meter, ILogger log)
    {
        (_number, _time, _places, _meter, _log) = (number, time, places, meter, log);
        _thread = new Thread(Run) { IsBackground = true, Name = $"courier {number}" };
        _thread.Start();
    }

    public void Send(Errand errand)
    {
        _errands.Enqueue(errand);
        _epoll.Wake();
    }

    /// <summary>Ends the thread; its readers are cut off.</summary>
    public void Dispose()
    {
        _isOver = true;
        _epoll.Wake();
        _thread.Join();
        foreach (var reader in _readers.OfType<WireReader>().ToList()) Drop(reader);
        while (_errands.TryDequeue(out var errand))
            if (errand.Reader is { } reader) Close(reader);
        _epoll.Dispose();
    }

    private void Run()
    {
        while (!_isOver)
        {
            var happened = _epoll.Wait();
            while (!_isOver && _errands.TryDequeue(out var errand))
            {
                try
                {
                    Do(errand);
                }
                catch (Exception exception)
                {
                    Failed(exception, errand.Reader);
                }
            }
            for (var i = 0; i < happened; i++)
            {
                var (key, readiness) = _epoll[i];
                if (key == Epoll.Woken || Find(key) is not { } reader) continue;
                try
                {
                    Notice(reader, readiness);
                }
                catch (Exception exception)
                {
                    Failed(exception, reader);
                }
            }
        }
    }

    // A bug must not end the thread that everybody's news comes by.
    private void Failed(Exception exception, WireReader? reader)
    {
        _log.LogError(exception, "A courier could not do an errand; the reader it was about, if it was about one, is cut off and comes back.");
        if (reader is not null && Find(reader.Key) == reader) Drop(reader);
    }

    private void Do(Errand errand)
    {
        switch (errand.Kind)
        {
            case ErrandKind.TakeIn:
                TakeIn(errand.Reader!);
                break;
            case ErrandKind.Carry:
                Carry(errand.Coverage!);
                break;
            case ErrandKind.KeepAlive:
                KeepAlive(errand.Circle);
                break;
            case ErrandKind.SendAway:
                foreach (var reader in OfCircle(errand.Circle)) Drop(reader);
                break;
        }
    }

    private void TakeIn(WireReader reader)
    {
        var slot = _free.TryPop(out var free) ? free : _readers.Count;
        if (slot == _readers.Count) _readers.Add(reader);
        else _readers[slot] = reader;
        reader.Key = ((ulong)++_keys << 32) | (uint)slot;
        if (!_rounds.TryGetValue(reader.Coverage, out var round)) _rounds[reader.Coverage] = round = new Round(reader.Coverage);
        round.Add(reader);
        _meter.ReaderCame();
        _epoll.Add(reader.Socket, Readiness.Readable | Readiness.PeerEnded | Readiness.Writable | Readiness.Edge, reader.Key);
        Greet(round, reader);
    }

    /// <summary>The greeting and what was missed leave in one call.</summary>
    private void Greet(Round round, WireReader reader)
    {
        var due = round.DueAfter(reader.Position);
        if (due is null || due.Epoch != reader.Epoch || due.Bytes.IsEmpty)
        {
            if (Pay(reader)) Deliver(round, reader);
            return;
        }
        var (greeting, sent) = (reader.Owed, Linux.Send(reader.Socket, reader.Owed.Span, due.Bytes.Span));
        if (sent < 0 && sent != Linux.WouldBlock)
        {
            Drop(reader);
            return;
        }
        sent = Math.Max(sent, 0);
        if (sent < greeting.Length)
        {
            Stand(reader, greeting[sent..]);
            return;
        }
        reader.Position = due.To;
        _meter.Sent(due.To - due.From);
        reader.Owed = default;
        if (sent < greeting.Length + due.Bytes.Length) Stand(reader, due.Bytes[(sent - greeting.Length)..]);
        else Deliver(round, reader);
    }

    /// <summary>Takes a coverage's news to all its readers.</summary>
    private void Carry(LiveCoverage coverage)
    {
        // Taken back first: a change that comes from now on has the courier sent again.
        coverage.Calls.Answered(_number);
        if (!_rounds.TryGetValue(coverage, out var round)) return;
        for (var place = round.Count - 1; place >= 0; place--)
        {
            var reader = round[place];
            if (coverage.IsGone) Drop(reader);
            else if (reader.Owed.IsEmpty) Deliver(round, reader);
        }
    }

    /// <summary>Gives a reader everything that is due, or as much of it as its system takes.</summary>
    private void Deliver(Round round, WireReader reader)
    {
        while (true)
        {
            var due = round.DueAfter(reader.Position);
            if (due is null)
            {
                GiveUp(reader);
                return;
            }
            if (due.Epoch != reader.Epoch || due.Bytes.IsEmpty) break;
            var sent = Linux.Send(reader.Socket, due.Bytes.Span);
            if (sent < 0 && sent != Linux.WouldBlock)
            {
                Drop(reader);
                return;
            }
            (reader.Position, reader.HeardAt) = (due.To, _second);
            _meter.Sent(due.To - due.From);
            if (sent < due.Bytes.Length)
            {
                Stand(reader, due.Bytes[Math.Max(sent, 0)..]);
                return;
            }
            // The usual case ends here, without asking the log again.
            if (due.To == round.Coverage.Log.Head) break;
        }
        if (StreamEvents.Farewell(round.Coverage, reader.Epoch, reader.Position) is not { } farewell) return;
        (reader.Owed, reader.IsLeaving) = (farewell, true);
        Pay(reader);
    }

    private void Stand(WireReader reader, ReadOnlyMemory<byte> owed)
    {
        (reader.Owed, reader.OwedSince) = (owed, _time.GetTimestamp());
        _standing.Add(reader);
    }

    /// <summary>Sends what is owed; true when nothing is any more and the reader is still there.</summary>
    private bool Pay(WireReader reader)
    {
        var sent = reader.Owed.IsEmpty ? 0 : Linux.Send(reader.Socket, reader.Owed.Span);
        if (sent < 0 && sent != Linux.WouldBlock)
        {
            Drop(reader);
            return false;
        }
        if (sent < reader.Owed.Length)
        {
            if (sent > 0 || !_standing.Contains(reader)) Stand(reader, reader.Owed[Math.Max(sent, 0)..]);
            return false;
        }
        reader.Owed = default;
        _standing.Remove(reader);
        if (!reader.IsLeaving) return true;
        Drop(reader);
        return false;
    }

    private void Notice(WireReader reader, Readiness readiness)
    {
        if ((readiness & (Readiness.Failed | Readiness.Gone | Readiness.PeerEnded)) != 0 || !IsListening(reader, readiness)) Drop(reader);
        else if (!reader.Owed.IsEmpty && readiness.HasFlag(Readiness.Writable) && Pay(reader)) Deliver(_rounds[reader.Coverage], reader);
    }

    // A reader has nothing more to say. What it says all the same is not kept, and one who goes on talking is not a reader.
    private bool IsListening(WireReader reader, Readiness readiness)
    {
        if (!readiness.HasFlag(Readiness.Readable)) return true;
        var heard = Linux.Receive(reader.Socket, _heard);
        return heard == Linux.WouldBlock || (heard > 0 && heard < _heard.Length && Linux.Receive(reader.Socket, _heard) == Linux.WouldBlock);
    }

    private void KeepAlive(int circle)
    {
        _second++;
        foreach (var reader in OfCircle(circle))
        {
            if (!reader.Owed.IsEmpty || _second - reader.HeardAt <= Lately) continue;
            reader.Owed = StreamEvents.KeepAlive;
            Pay(reader);
        }
        foreach (var reader in _standing.Where(reader => _time.GetElapsedTime(reader.OwedSince) >= Patience).ToList()) GiveUp(reader);
    }

    private IEnumerable<WireReader> OfCircle(int circle)
    {
        for (var slot = circle; slot < _readers.Count; slot += Bell.Circles)
            if (_readers[slot] is { } reader) yield return reader;
    }

    private WireReader? Find(ulong key) => (int)(uint)key < _readers.Count && _readers[(int)(uint)key] is { } reader && reader.Key == key ? reader : null;

    /// <summary>Lets a reader go who takes nothing, or is too far behind to be caught up from here; what waits in the system for it is thrown away.</summary>
    private void GiveUp(WireReader reader)
    {
        _meter.ReaderDropped();
        reader.IsGivenUp = true;
        Drop(reader);
    }

    private void Drop(WireReader reader)
    {
        var slot = (int)(uint)reader.Key;
        _readers[slot] = null;
        _free.Push(slot);
        _standing.Remove(reader);
        var round = _rounds[reader.Coverage];
        round.Remove(reader);
        if (round.Count == 0) _rounds.Remove(reader.Coverage);
        _meter.ReaderLeft();
        Close(reader);
    }

    private void Close(WireReader reader)
    {
        // Closing takes it out of the epoll as well.
        if (reader.IsGivenUp) Linux.Abort(reader.Socket);
        else Linux.Close(reader.Socket);
        reader.Coverage.Calls.Left(_number);
        reader.Coverage.Leave();
        _places.Leave(reader.Address);
    }
}
