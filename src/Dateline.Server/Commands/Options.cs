using System.CommandLine;
using Dateline.Core.Journal;
using Dateline.Storage;
using Dateline.Storage.Audit;
using Dateline.Storage.Members;
using Dateline.Storage.Sqlite;

namespace Dateline.Server.Commands;

/// <summary>The options that commands share.</summary>
internal static class Options
{
    /// <summary>Where database, media and keys lie.</summary>
    public static Option<DirectoryInfo> Data { get; } = new("--data")
    {
        Description = "The data folder; made when missing.",
        DefaultValueFactory = _ => new DirectoryInfo(Environment.GetEnvironmentVariable("DATELINE_DATA") is { Length: > 0 } folder ? folder : "data"),
        Recursive = true,
    };

    /// <summary>Answers in JSON instead of words.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON.", Recursive = true };

    /// <summary>Who acts, where a command changes something.</summary>
    public const string CommandLineName = Hand.CommandLine;

    /// <summary>The newsroom in a data folder. A server on the same folder notices what is done here within two seconds.</summary>
    public static Newsroom Newsroom(ParseResult parsed)
    {
        var path = SqliteStore.PathIn(parsed.GetValue(Data)!.FullName);
        SqliteStore.Prepare(path);
        Announce nobody = (_, _) => ValueTask.CompletedTask;
        return new Newsroom(SqliteStore.Options(path), TimeProvider.System, nobody);
    }

    /// <summary>The tokens in a data folder.</summary>
    public static TokenBook Tokens(ParseResult parsed) => new(Newsroom(parsed));

    /// <summary>The people in a data folder.</summary>
    public static MemberBook Members(ParseResult parsed) => new(Newsroom(parsed));
}
