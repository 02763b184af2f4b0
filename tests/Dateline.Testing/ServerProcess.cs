using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Dateline.Testing;

/// <summary>A server as it runs in a newsroom: a process of its own, which can be killed.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>The program, where the build puts it beside whoever runs it.</summary>
    public static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "dateline");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts a server on a folder and waits until it answers.</summary>
    /// <param name="port">A port of its own; 0 for any that is free.</param>
    /// <param name="through">A program to run it under, and its arguments.</param>
    public static Task<ServerProcess> Start(string data, int port = 0, params string[] through) => Start(data, new Dictionary<string, string>(), port, through);

    /// <param name="environment">What an operator sets.</param>
    public static async Task<ServerProcess> Start(string data, IReadOnlyDictionary<string, string> environment, int port = 0, params string[] through)
    {
        var address = new Uri($"http://127.0.0.1:{(port == 0 ? FreePort() : port)}");
        string[] serve = [Executable, "serve", "--data", data, "--urls", $"{address}"];
        string[] line = [.. through, .. serve];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        // These tests write as fast as they can, which a newsroom's script may not.
        start.Environment["DATELINE_LIMITS__WRITESPERMINUTE"] = "600000";
        start.Environment["DATELINE_LIMITS__BURST"] = "100000";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, address);
        await server.Answers();
        return server;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>SIGKILL: the process gets no chance to finish anything.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    private async Task Answers()
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var patience = new CancellationTokenSource(Patience);
        using var knocks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await knocks.WaitForNextTickAsync(patience.Token))
        {
            if (_process.HasExited) throw new InvalidOperationException($"The server ended with {_process.ExitCode} before it answered.");
            try
            {
                using var answer = await client.GetAsync("/healthz", patience.Token);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }
}
