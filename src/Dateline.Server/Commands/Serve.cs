using System.CommandLine;
using Dateline.Server.Serving;

namespace Dateline.Server.Commands;

/// <summary><c>dateline serve</c>: the server.</summary>
internal static class Serve
{
    public static Command Command()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var demo = new Option<bool>("--demo") { Description = "Play the sample news day." };
        var command = new Command("serve", "Serve readers and the newsroom.") { urls, demo, Options.Data };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!ServerSettings.Read(parsed.GetValue(urls)!, parsed.GetValue(Options.Data)!.FullName, parsed.GetValue(demo)).Try(out var settings, out var refusal)) return CommandLine.Failed(refusal);
            await using var server = DatelineServer.Build(settings);
            try
            {
                if ((await DatelineServer.Try(server, cancellation) ?? await DatelineServer.Run(server, cancellation)) is { } failed) return CommandLine.Failed(failed);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // Told to stop before it listened: that is what was asked for.
            }
            return 0;
        });
        return command;
    }
}
