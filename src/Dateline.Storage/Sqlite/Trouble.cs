using Dateline.Core.Outcomes;
using Microsoft.Data.Sqlite;

namespace Dateline.Storage.Sqlite;

/// <summary>What can befall the database that is nobody's mistake. Nothing of the work was kept: its transaction was rolled back.</summary>
public static class Trouble
{
    // https://www.sqlite.org/rescode.html; the extended codes carry these in their lowest byte.
    private const int Busy = 5, Locked = 6, InputOutput = 10, Full = 13;

    /// <summary>The sentence for whoever asked; null when the exception is of another kind, which is a bug.</summary>
    public static Refusal? Of(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is not SqliteException sqlite) continue;
            return sqlite.SqliteErrorCode switch
            {
                Busy or Locked => new Refusal(RefusalKind.Busy, "Another program holds the newsroom's database and does not let go; nothing was kept there. It is tried again in a moment; if it goes on, tell whoever runs the server."),
                Full => new Refusal(RefusalKind.Full, "The server's disk is full, so nothing can be kept there. What you wrote stays on your device; tell whoever runs the server."),
                InputOutput => new Refusal(RefusalKind.Full, "The server's disk does not take anything, so nothing can be kept there. What you wrote stays on your device; tell whoever runs the server."),
                _ => null,
            };
        }
        return null;
    }
}
