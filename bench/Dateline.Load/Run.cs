using System.Diagnostics;
using Dateline.Load.Events;
using Dateline.Load.Readers;

namespace Dateline.Load;

/// <summary>One run from the first connection to the figures.</summary>
internal sealed class Run : IDisposable
{
    private const int FillWindow = 4;

    private readonly Plan _plan;
    private readonly Ledger _ledger;
    private readonly Publisher _publisher;
    private readonly ServerUsage _usage;
    private readonly ICrowd _crowd;
    private readonly Figures _figures;
    private readonly int _first;

    public Run(Plan plan)
    {
        _plan = plan;
        _figures = new Figures { Readers = plan.Readers };
        _first = plan.Before + plan.Fill + plan.Warmup;
        _ledger = new Ledger(_first + plan.Events + (plan.Storm ? plan.StormEvents : 0), (plan.Readers + plan.Pages - 1) / plan.Pages);
        _publisher = new Publisher(plan, _ledger);
        _usage = new ServerUsage(plan.Pid, plan.Senders);
        _crowd = plan.Http == 0 ? new SocketCrowd(plan, _ledger) : new HttpCrowd(plan, _ledger);
    }

    public Figures Measure()
    {
        var memory = _usage.Memory;
        if (_plan.Publish.Length > 0) _publisher.Publish(_plan.Before, 0, 0, _plan.ReadersOf);
        _figures.Opening = Open(out var opened);
        var idle = _usage.Memory;
        if (opened && _plan.Publish.Length > 0)
        {
            _publisher.Publish(_plan.Fill, 0, FillWindow, _plan.ReadersOf);
            _publisher.Publish(_plan.Warmup, _plan.Interval, _plan.Window, _plan.ReadersOf);
            _ledger.WaitFor(_first, Patience);
            if (_plan.Events > 0) _figures.Delivery = Deliver();
        }
        Thread.Sleep(TimeSpan.FromSeconds(_plan.Stay));
        var after = _usage.Memory;
        if (_plan.Stalled > 0) _figures.StalledHeld = Sockets.Owing(new Uri(_plan.Stream(0, 0)).Port);
        if (opened && _plan.Storm) _figures.Storm = Storm();
        _figures.Memory = new Memory(memory, idle, after, Leave(), (double)(idle - memory) / _plan.Readers, (double)(after - memory) / _plan.Readers);
        Count();
        return _figures;
    }

    public void Dispose()
    {
        _crowd.Dispose();
        _publisher.Dispose();
    }

    private TimeSpan Patience => TimeSpan.FromSeconds(_plan.Patience);

    private Opening Open(out bool opened)
    {
        var (begun, cpu) = (Stopwatch.GetTimestamp(), _usage.Cpu);
        _crowd.Open(_plan.Connecting);
        opened = WaitUntilOpen(_plan.Readers) & _ledger.WaitFor(_plan.Before, Patience);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        cpu = _usage.Cpu - cpu;
        var tally = _crowd.Tally;
        (_figures.Opened, _figures.Refused, _figures.FirstRefusal) = (tally.Opened, tally.Refused, tally.FirstRefusal);
        var (idle, sending) = (_usage.Cpu, _usage.SendersCpu);
        Thread.Sleep(TimeSpan.FromSeconds(_plan.Settle));
        var quiet = Math.Max(_plan.Settle, 1);
        return new Opening(seconds, _plan.Readers / seconds, cpu / _plan.Readers * 1e6, (double)tally.Bytes / _plan.Readers, tally.LongestRetry == 0 ? 0 : tally.ShortestRetry, tally.LongestRetry,
            (_usage.Cpu - idle) / quiet, (_usage.SendersCpu - sending) / quiet);
    }

    private bool WaitUntilOpen(int streams)
    {
        var begun = Stopwatch.GetTimestamp();
        while (_crowd.Tally is var tally && tally.Opened + tally.Refused < streams)
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience) return false;
            Thread.Sleep(5);
        }
        return _crowd.Tally.Opened >= streams;
    }

    private Delivery Deliver()
    {
        var (bytes, deliveries) = (_crowd.Tally.Bytes, _ledger.Deliveries);
        var (cpu, sending, own, begun) = (_usage.Cpu, _usage.SendersCpu, Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var trips = _publisher.Publish(_plan.Events, _plan.Interval, _plan.Window, _plan.ReadersOf);
        _ledger.WaitFor(_first + _plan.Events, Patience);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        deliveries = _ledger.Deliveries - deliveries;
        var each = 1e6 / Math.Max(1, deliveries);
        var ownCpu = (Environment.CpuUsage.TotalTime - own).TotalSeconds;
        var (serverCpu, senders) = ((_usage.Cpu - cpu) * each, (_usage.SendersCpu - sending) * each);
        var received = _ledger.Range(_first, _plan.Events).Where(posted => posted.Received > 0).Select(posted => posted.Delays()).ToList();
        var lasts = received.Select(delays => delays[^1]).ToList();
        return new Delivery(_plan.Events, deliveries, seconds, deliveries / seconds, (double)(_crowd.Tally.Bytes - bytes) / Math.Max(1, deliveries),
            Median(received.Select(delays => At(delays, 0.5))), Median(received.Select(delays => At(delays, 0.99))), Median(lasts), lasts.DefaultIfEmpty().Max(),
            serverCpu, senders, ownCpu * each, ownCpu / seconds,
            Median(trips), At([.. trips.Order()], 0.99), trips.DefaultIfEmpty().Max(), At([.. received.SelectMany(delays => delays).Order()], 0.99), _publisher.Refusal);
    }

    private StormFigures Storm()
    {
        _crowd.Close();
        Thread.Sleep(2_000);
        var opened = _crowd.Tally.Opened + _crowd.Tally.Refused;
        var cpu = _usage.Cpu;
        var publishing = Task.Run(() => _publisher.Publish(_plan.StormEvents, _plan.StormInterval, 0, _plan.ReadersOf));
        var begun = Stopwatch.GetTimestamp();
        _crowd.Open(int.MaxValue);
        WaitUntilOpen(opened + _plan.Readers);
        var open = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var trips = publishing.Result;
        _ledger.WaitFor(_first + _plan.Events + _plan.StormEvents, Patience);
        var served = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return new StormFigures(open, served, (_usage.Cpu - cpu) / _plan.Readers * 1e6, Median(trips), At([.. trips.Order()], 0.99), trips.Max(), trips.Count);
    }

    private long Leave()
    {
        if (_plan.Leave == 0) return 0;
        _crowd.Close();
        Thread.Sleep(TimeSpan.FromSeconds(_plan.Leave));
        return _usage.Memory;
    }

    private void Count()
    {
        var tally = _crowd.Tally;
        (_figures.Dropped, _figures.Refused, _figures.FirstRefusal) = (tally.Dropped, tally.Refused, tally.FirstRefusal);
        _figures.Lost = _ledger.Range(0, int.MaxValue).Where(posted => posted.IsAccepted).Sum(posted => (long)posted.Expected - posted.Received);
        _figures.Foreign = _ledger.Foreign;
        _figures.Doubled = _crowd.Seen.Sum(seen => seen.Doubled);
        _figures.OutOfOrder = _crowd.Seen.Sum(seen => seen.OutOfOrder);
    }

    private static double Median(IEnumerable<double> figures) => At([.. figures.Order()], 0.5);

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
