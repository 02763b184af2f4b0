namespace Dateline.Server.Commands;

/// <summary>Shows a person how far a long command is; says nothing where nobody watches.</summary>
internal sealed class ProgressBar(int total) : IProgress<int>, IDisposable
{
    private const int Width = 40;

    private readonly bool _watched = !Console.IsErrorRedirected && total > 0;

    public void Report(int value)
    {
        if (!_watched) return;
        var filled = Width * value / total;
        Console.Error.Write($"\r[{new string('=', filled)}{new string(' ', Width - filled)}] {value:N0} of {total:N0}");
    }

    public void Dispose()
    {
        if (_watched) Console.Error.Write($"\r{new string(' ', Width + 40)}\r");
    }
}
