using System.Diagnostics;
using System.Text;

namespace Dateline.Media.Documents;

/// <summary>
/// The programs of poppler beside the server, which read PDF files: what breaks one of them breaks nothing else. Each is given its arguments one by one (there is no shell), nothing of the server's environment,
/// little memory, a bounded time and a bounded file to write, and goes before nobody.
/// </summary>
/// <param name="folders">Where programs are looked for, as <c>PATH</c> has them.</param>
/// <param name="time">What their time is taken by.</param>
public sealed class Poppler(string folders, TimeProvider time)
{
    private const int MostCharacters = 64 * 1024;

    /// <summary>The largest file that one of them may write.</summary>
    private const long MostWritten = 64L * 1024 * 1024;

    // Of addresses, not all of which is ever used.
    private const long MostMemory = 1L * 1024 * 1024 * 1024;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    private readonly string? _info = Find(folders, "pdfinfo");
    private readonly string? _picture = Find(folders, "pdftoppm");
    private readonly string? _prlimit = Find(folders, "prlimit");
    private readonly string? _nice = Find(folders, "nice");

    /// <summary>Whether documents can be taken here.</summary>
    public bool IsHere => _info is not null && _picture is not null;

    /// <summary>What a file says of itself; null when it cannot be read.</summary>
    internal Task<string?> Info(string file, CancellationToken cancellation) => Run(_info!, ["-enc", "UTF-8", "-isodates", file], cancellation);

    /// <summary>Paints the first page, in PNG.</summary>
    /// <param name="into">The file, without its ending, which is <c>.png</c>.</param>
    internal async Task<bool> FirstPage(string file, string into, int side, CancellationToken cancellation) =>
        await Run(_picture!, ["-f", "1", "-l", "1", "-singlefile", "-scale-to", $"{side}", "-png", file, into], cancellation) is not null;

    private async Task<string?> Run(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(MostTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        List<string> command = [.. Bounds(), program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment.Clear();
        start.Environment["PATH"] = folders;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        try
        {
            process.StandardInput.Close();
            // What it complains of is read as well, so that it never waits for us.
            var (output, complaints) = (Read(process.StandardOutput, either.Token), Read(process.StandardError, either.Token));
            await Task.WhenAll(output, complaints, process.WaitForExitAsync(either.Token));
            return process.ExitCode == 0 ? await output : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    // Both run the program in their own place, so that there is one process to end.
    private IEnumerable<string> Bounds()
    {
        if (OperatingSystem.IsLinux() && _prlimit is not null) foreach (var part in new[] { _prlimit, $"--as={MostMemory}", $"--fsize={MostWritten}", "--core=0" }) yield return part;
        if (_nice is not null) foreach (var part in new[] { _nice, "-n", "10" }) yield return part;
    }

    private static async Task<string> Read(StreamReader from, CancellationToken cancellation)
    {
        var (text, buffer) = (new StringBuilder(), new char[4_096]);
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;) text.Append(buffer, 0, Math.Min(read, MostCharacters - text.Length));
        return text.ToString();
    }

    private static string? Find(string folders, string program) =>
        folders.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
