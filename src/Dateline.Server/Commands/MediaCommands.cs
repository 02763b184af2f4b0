using System.CommandLine;
using System.Text.Json.Nodes;
using Dateline.Desk.Media;

namespace Dateline.Server.Commands;

/// <summary><c>dateline media</c>: the library, from the server's own machine.</summary>
internal static class MediaCommands
{
    public static Command Command() => new("media", "The library of pictures, recordings and documents.") { Add() };

    private static Command Add()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "Pictures, videos, sounds, captions or documents.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("add", "Add files to the library and print the id of each, by which a post shows it.") { files, Options.Data, Options.Json };
        command.SetAction(async (parsed, cancellation) =>
        {
            // Made before anything is taken in, so that a folder of nobody's gets nothing.
            using var newsroom = Options.Newsroom(parsed);
            if (!(await MediaAtHand.Open(parsed, cancellation)).Try(out var library, out var refusal)) return CommandLine.Failed(refusal);
            using (library)
            using (var desk = new HandIn(newsroom, library.Folder, library.Originals, library.Settings.Desk.Programs, TimeProvider.System))
            {
                // One that cannot be taken does not hold up the others: what was taken is the same when it is added again.
                var (taken, failed) = (new JsonArray(), 0);
                foreach (var file in parsed.GetValue(files)!)
                {
                    if (!file.Exists) failed = CommandLine.Failed($"{file}: There is no such file.");
                    else if (!(await desk.Take(file.FullName, Options.CommandLineName, cancellation)).Try(out var entered, out refusal)) failed = CommandLine.Failed($"{file}: {refusal.Sentence}");
                    else if (parsed.GetValue(Options.Json)) taken.Add(entered);
                    else CommandLine.Done((string)entered["id"]!);
                }
                if (parsed.GetValue(Options.Json)) CommandLine.Done(taken);
                return failed;
            }
        });
        return command;
    }
}
