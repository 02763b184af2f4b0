using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;

namespace Dateline.Server.Commands;

/// <summary>How every command answers: the result on standard output and nothing else there; 0 done, 1 failed with one sentence on standard error, 2 used wrongly.</summary>
internal static class CommandLine
{
    public static async Task<int> Run(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            await Console.Error.WriteLineAsync("See dateline --help.");
            return 2;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            // What the machine refuses is told in its own words; a stack trace would help nobody here.
            return Failed(exception.Message);
        }
    }

    public static int Failed(Refusal refusal) =>
        Failed(refusal.Problems is [{ Path.Length: > 0 } problem, ..] ? $"{problem.Path}: {refusal.Sentence}" : refusal.Sentence);

    public static int Failed(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }

    public static int Done(string line)
    {
        Console.Out.WriteLine(line);
        return 0;
    }

    public static int Done(JsonNode json) => Done(json.ToJsonString(new JsonSerializerOptions(DatelineJson.Relaxed.Options) { WriteIndented = false }));
}
