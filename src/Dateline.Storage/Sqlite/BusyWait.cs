using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dateline.Storage.Sqlite;

/// <summary>
/// How a writer waits while another process writes: it looks again every millisecond. SQLite's own way sleeps longer each time, up to a tenth of a second,
/// and a publisher would sleep through the gap that an import leaves after its batch, and through the next one.
/// </summary>
internal static class BusyWait
{
    /// <summary>How often it looks, about ten seconds in all; then the write fails, and nothing of it is kept.</summary>
    public const int MostLooks = 10_000;

    // Kept here, since SQLite holds it by its address for as long as the connection is open.
    private static readonly Look Again = (_, looks) =>
    {
        if (looks >= MostLooks) return 0;
        Thread.Sleep(1);
        return 1;
    };

    private delegate int Look(nint context, int looks);

    /// <summary>Makes this connection wait so. <c>PRAGMA busy_timeout</c> would undo it.</summary>
    public static void Set(SqliteConnection connection)
    {
        var result = sqlite3_busy_handler(connection.Handle!, Again, 0);
        SqliteException.ThrowExceptionForRC(result, connection.Handle);
    }

    // SQLitePCLRaw has no name for it; this is the library that it brings.
    [DllImport("e_sqlite3", CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
    private static extern int sqlite3_busy_handler(sqlite3 connection, Look look, nint context);
}
