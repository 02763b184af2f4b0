using System.Diagnostics;
using Amazon.Runtime;
using Dateline.Media.Originals;

namespace Dateline.Testing;

/// <summary>A store of the S3 protocol that somebody else wrote (<c>tests/store</c>), as a process of its own, which can be away for a while.</summary>
public sealed class S3Store : IAsyncDisposable
{
    public const string Bucket = "originals";
    public const string Key = "S3RVER";

    private readonly TemporaryFolder _folder = new();
    private readonly int _port = ServerProcess.FreePort();
    private Process? _process;

    public StoreSettings Settings => new() { Bucket = Bucket, Endpoint = new Uri($"http://127.0.0.1:{_port}"), Region = "us-east-1", PathStyle = true, Prefix = "courier/" };

    public static AWSCredentials Credentials => new BasicAWSCredentials(Key, Key);

    /// <summary>What lies under each key.</summary>
    public IReadOnlyDictionary<string, string> Files
    {
        get
        {
            var bucket = Path.Combine(_folder.Path, Bucket);
            return Directory.EnumerateFiles(bucket, "*_object", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(bucket, file)[..^"._S3rver_object".Length].Replace('\\', '/'));
        }
    }

    public static async Task<S3Store> Start()
    {
        var store = new S3Store();
        await store.Comes();
        return store;
    }

    public async Task Comes()
    {
        var folder = Tree.At("tests", "store");
        if (!Directory.Exists(Path.Combine(folder, "node_modules"))) throw new InvalidOperationException("The store is not installed: cd tests/store; npm ci");
        _process = Process.Start(new ProcessStartInfo("node", ["store.mjs", _folder.Path, $"{_port}"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        while (await _process.StandardOutput.ReadLineAsync().Soon() is { } line && line != "ready") { }
    }

    public async Task Goes()
    {
        if (_process is not { } process) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Goes();
        _folder.Dispose();
    }
}
