using System.Globalization;

namespace Dateline.Load;

/// <summary>What a server's processes use, as the system tells it (man 5 proc): the process that is named, and its children.</summary>
internal sealed class ServerUsage(int pid, string senders)
{
    private const double Tick = 0.01;

    /// <summary>Processor time so far, in seconds, the system's own work for it included.</summary>
    public double Cpu => Processes().Sum(process => CpuOf($"/proc/{process}/stat"));

    /// <summary>The processor time of the sending threads alone; 0 when the server names none.</summary>
    public double SendersCpu => senders.Length == 0 ? 0 : Processes().SelectMany(process => Directory.GetDirectories($"/proc/{process}/task")).Where(IsSender).Sum(OnProcessor);

    /// <summary>Memory in bytes, pages shared with others counted in part (Pss).</summary>
    public long Memory => Processes().Sum(MemoryOf);

    private IEnumerable<int> Processes() => pid == 0 ? [] : [pid, .. File.ReadAllText($"/proc/{pid}/task/{pid}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(child => int.Parse(child, CultureInfo.InvariantCulture))];

    private bool IsSender(string task) => File.ReadAllText($"{task}/comm").StartsWith(senders, StringComparison.Ordinal);

    // In nanoseconds, where the figure of a whole process comes in ticks.
    private static double OnProcessor(string task) => long.Parse(File.ReadAllText($"{task}/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1e9;

    private static double CpuOf(string stat)
    {
        // The name stands in brackets and may hold anything; the figures follow the last one.
        var text = File.ReadAllText(stat);
        var figures = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(figures[11], CultureInfo.InvariantCulture) + long.Parse(figures[12], CultureInfo.InvariantCulture)) * Tick;
    }

    private static long MemoryOf(int process)
    {
        var line = File.ReadLines($"/proc/{process}/smaps_rollup").First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1_024;
    }
}
