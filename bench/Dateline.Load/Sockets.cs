using System.Globalization;

namespace Dateline.Load;

/// <summary>What the system says of a server's connections (man 5 proc, net/tcp).</summary>
internal static class Sockets
{
    private const string Established = "01";

    /// <summary>How many open connections of a server on this port have something on its way that is not acknowledged: when all is quiet, those whose other side has stopped reading.</summary>
    public static int Owing(int port)
    {
        var local = $":{port.ToString("X4", CultureInfo.InvariantCulture)}";
        return File.ReadLines("/proc/net/tcp").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Count(fields => fields[1].EndsWith(local, StringComparison.Ordinal) && fields[3] == Established && !fields[4].StartsWith("00000000:", StringComparison.Ordinal));
    }
}
