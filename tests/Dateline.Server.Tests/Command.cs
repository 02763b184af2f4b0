using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests;

/// <summary><c>dateline</c> as a person runs it: a process of its own.</summary>
internal static class Command
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task<Said> Run(string data, params string[] arguments) => Run(data, [], arguments);

    public static Task<Said> Run(string data, byte[] input, params string[] arguments) => Run(data, input, new Dictionary<string, string>(), arguments);

    public static async Task<Said> Run(string data, byte[] input, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(ServerProcess.Executable, [.. arguments, "--data", data])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, patience.Token);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has read enough, as with input past its bound.
        }
        await process.WaitForExitAsync(patience.Token);
        return new Said(process.ExitCode, await output, await errors);
    }
}

/// <summary>How a command ended and what it said.</summary>
internal sealed record Said(int Code, string Output, string Errors)
{
    public JsonNode Json => JsonNode.Parse(Output)!;

    /// <summary>What it answered, when it did what was asked; the result and nothing else.</summary>
    public string Done()
    {
        Assert.True(Code == 0, $"{Code}: {Errors}");
        return Output;
    }

    /// <summary>That the work failed, with one sentence that a person can act on and nothing on standard output.</summary>
    public void Fails(string says)
    {
        Assert.True(Code == 1, $"{Code}: {Output}{Errors}");
        Assert.Empty(Output);
        var line = Assert.Single(Errors.TrimEnd().Split('\n'));
        Assert.Contains(says, line, StringComparison.OrdinalIgnoreCase);
        foreach (var word in new[] { "Exception", "   at ", "Dateline.Core", "Dateline.Server", "Dateline.Storage", "Microsoft.", "System." }) Assert.DoesNotContain(word, Errors);
    }

    /// <summary>That it was used wrongly.</summary>
    public void Misused()
    {
        Assert.True(Code == 2, $"{Code}: {Output}{Errors}");
        Assert.Empty(Output);
        Assert.Contains("dateline --help", Errors);
        Assert.DoesNotContain("   at ", Errors);
    }
}
