using System.Diagnostics;
using System.Text;

namespace Dateline.Media;

/// <summary>What a program may use up.</summary>
/// <param name="Time">How long it may run.</param>
/// <param name="Memory">The most bytes of addresses, not all of which is ever used.</param>
/// <param name="Written">The largest file that it may write, in bytes.</param>
public sealed record Bounds(TimeSpan Time, long Memory, long Written);

/// <summary>What came of a program.</summary>
/// <param name="Output">The beginning of what it wrote.</param>
/// <param name="Complaint">The last of what it complained of.</param>
/// <param name="Succeeded">Whether it ended well, and in time.</param>
public sealed record Ran(string Output, string Complaint, bool Succeeded);

/// <summary>
/// Programs beside the server, which read what somebody sent: what breaks one of them breaks nothing else. Each is given its arguments one by one (there is no shell: a file's name is nothing but a name) and
/// nothing of the server's environment, is bounded in time, memory and what it writes, and is last in line for the processor.
/// </summary>
/// <param name="folders">Where programs are looked for, as <c>PATH</c> has them; where the system does when left out.</param>
public sealed class Programs(TimeProvider time, string? folders)
{
    /// <summary>The most characters taken of what a program writes, and as many of what it complains of.</summary>
    private const int MostCharacters = 64 * 1024;

    private readonly string _folders = folders ?? Environment.GetEnvironmentVariable("PATH") ?? "";

    /// <summary>Where a program lies; null when it is not on this machine.</summary>
    public string? Find(string program) =>
        _folders.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end, or to that of its time.</summary>
    /// <param name="program">Where it lies.</param>
    public async Task<Ran> Run(string program, IEnumerable<string> arguments, Bounds bounds, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(bounds.Time, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        using var process = Process.Start(Within(bounds, [program, .. arguments])) ?? throw new InvalidOperationException($"{program} could not be started.");
        try
        {
            process.StandardInput.Close();
            // All is read, so that the program never waits to be heard.
            var (output, complaint) = (Beginning(process.StandardOutput, either.Token), End(process.StandardError, either.Token));
            await Task.WhenAll(output, complaint, process.WaitForExitAsync(either.Token));
            return new Ran(await output, await complaint, process.ExitCode == 0);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Ran("", $"{Path.GetFileName(program)} took longer than {bounds.Time.TotalSeconds:0} seconds.", false);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                // What it works on is cleared away next.
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    // Both run the program in their own place, so that there is one process to end.
    private ProcessStartInfo Within(Bounds bounds, IEnumerable<string> command)
    {
        if (OperatingSystem.IsLinux() && Find("prlimit") is { } prlimit) command = [prlimit, $"--as={bounds.Memory}", $"--fsize={bounds.Written}", "--core=0", .. command];
        if (Find("nice") is { } nice) command = [nice, "-n", "15", .. command];
        var start = new ProcessStartInfo(command.First(), command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment.Clear();
        start.Environment["PATH"] = _folders;
        return start;
    }

    private static async Task<string> Beginning(StreamReader from, CancellationToken cancellation)
    {
        var (text, buffer) = (new StringBuilder(), new char[4_096]);
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;) text.Append(buffer, 0, Math.Min(read, MostCharacters - text.Length));
        return text.ToString();
    }

    private static async Task<string> End(StreamReader from, CancellationToken cancellation)
    {
        var (text, buffer) = (new StringBuilder(), new char[4_096]);
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            text.Append(buffer, 0, read);
            if (text.Length > MostCharacters) text.Remove(0, text.Length - MostCharacters);
        }
        return text.ToString();
    }
}
