using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Dateline.Media;

/// <summary>
/// Where pictures are looked at and made: on two threads of its own, so that never more than two are in memory, and at a lower priority than anything else
/// this server does: a post goes out as fast while a hundred pictures come in.
/// </summary>
/// <remarks>One thread for what somebody waits for, one for what can wait. A full queue says so at once.</remarks>
public sealed partial class Darkroom : IDisposable
{
    /// <summary>How much may wait at each of the two; one more is told to come again.</summary>
    public const int MostWaiting = 128;

    private readonly Table _wanted = new("pictures that are waited for", nice: 5);
    private readonly Table _later = new("pictures that can wait", nice: 15);

    /// <summary>Does what somebody waits for; null when too much waits already.</summary>
    public Task<T>? Now<T>(Func<T> work) => _wanted.Take(work);

    /// <summary>Does what can wait; null when too much waits already.</summary>
    public Task<T>? Later<T>(Func<T> work) => _later.Take(work);

    public void Dispose()
    {
        _wanted.Dispose();
        _later.Dispose();
    }

    private sealed class Table : IDisposable
    {
        private readonly BlockingCollection<Action> _waiting = new(MostWaiting);
        private readonly Thread _thread;

        public Table(string name, int nice)
        {
            _thread = new Thread(() => Work(nice)) { IsBackground = true, Name = name, Priority = ThreadPriority.BelowNormal };
            _thread.Start();
        }

        public Task<T>? Take<T>(Func<T> work)
        {
            var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            try
            {
                return _waiting.TryAdd(() => Run(work, done)) ? done.Task : null;
            }
            catch (InvalidOperationException)
            {
                // The server is stopping.
                return null;
            }
        }

        private void Work(int nice)
        {
            // .NET's priorities mean nothing on Linux, where niceness belongs to a thread and goes to those it starts: libvips' own among them.
            if (OperatingSystem.IsLinux()) _ = SetPriority(0, 0, nice);
            foreach (var work in _waiting.GetConsumingEnumerable()) work();
        }

        private static void Run<T>(Func<T> work, TaskCompletionSource<T> done)
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        }

        public void Dispose()
        {
            // What still waits is let go: an upload is sent again, and a rendition is made when it is next asked for.
            _waiting.CompleteAdding();
            while (_waiting.TryTake(out _)) { }
            _thread.Join();
            _waiting.Dispose();
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, uint who, int nice);
}
