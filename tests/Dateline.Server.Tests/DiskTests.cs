using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests;

/// <summary>"Created" is said after the disk has said so.</summary>
public sealed partial class DiskTests : IDisposable
{
    private const string Strace = "/usr/bin/strace";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_log_is_synced_to_disk_before_a_post_is_answered()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true")
            Assert.SkipUnless(File.Exists(Strace), "strace is not installed, so nobody sees when the disk is written (Debian: apt-get install strace).");
        (await Command.Run(_folder.Path, "coverage", "add", "storm", "--headline", "The storm", "--status", "live")).Done();
        var token = (await Command.Run(_folder.Path, "token", "create", "--name", "writer", "--role", "editor")).Done().Trim();
        var trace = _folder.File("trace");

        // -D: strace watches from aside, and the process that is started and killed here is the server itself.
        await using (var server = await ServerProcess.Start(_folder.Path, 0, Strace, "-D", "-f", "-y", "--seccomp-bpf", "-s", "40", "-e", "trace=fdatasync,fsync,pwrite64,write,writev,sendto,sendmsg", "-o", trace))
        {
            using var client = new HttpClient { BaseAddress = server.Address };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var content = new StringContent("""{"headline":"On disk","publish":true}""", Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync("/api/v1/coverages/storm/posts", content);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }
        var calls = await Calls(trace);

        var answered = calls.FindIndex(call => call.Contains("HTTP/1.1 201", StringComparison.Ordinal));
        Assert.True(answered > 0, "The trace does not show the answer.");
        var written = calls.FindLastIndex(answered, call => call.Contains("pwrite64", StringComparison.Ordinal) && call.Contains("dateline.db-wal>", StringComparison.Ordinal));
        Assert.True(written >= 0, "The trace does not show the log being written.");
        var synced = calls.FindIndex(written, call => Sync().IsMatch(call));
        Assert.True(synced >= 0 && Ended(calls, synced) < answered, $"The log was not synced between being written (call {written}) and the answer (call {answered}).");
    }

    public void Dispose() => _folder.Dispose();

    // A call that another thread's interrupted in the trace ends where it says "resumed".
    private static int Ended(List<string> calls, int began) =>
        calls[began].EndsWith("= 0", StringComparison.Ordinal) ? began
        : calls.FindIndex(began, call => call.StartsWith($"{calls[began].Split(' ')[0]} ", StringComparison.Ordinal) && call.Contains("sync resumed>", StringComparison.Ordinal) && call.EndsWith("= 0", StringComparison.Ordinal)) is >= 0 and var ended ? ended
        : int.MaxValue;

    private static async Task<List<string>> Calls(string trace)
    {
        // The tracer writes its last line when the server is gone.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await looks.WaitForNextTickAsync(patience.Token))
        {
            var calls = (await File.ReadAllLinesAsync(trace, patience.Token)).ToList();
            if (calls.Any(call => call.Contains("+++ killed by SIGKILL", StringComparison.Ordinal))) return calls;
        }
        throw new InvalidOperationException("The tracer does not end.");
    }

    [GeneratedRegex(@"\b(fdatasync|fsync)\(\d+<[^>]*dateline\.db-wal>")]
    private static partial Regex Sync();
}
