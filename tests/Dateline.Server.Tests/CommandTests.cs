using System.Diagnostics;
using Dateline.Storage.Sqlite;
using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests;

/// <summary>Exit status 0, 1 or 2; the result on standard output; one sentence when it fails.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_live_page_and_its_posts_can_be_kept_from_the_command_line()
    {
        Assert.Equal("summit\tdraft\tThe summit\n", (await Run("coverage", "add", "summit", "--headline", "The summit")).Done());
        Assert.Equal("live", (string?)(await Run("coverage", "set", "summit", "--status", "live", "--json")).Json["status"]);
        Assert.Equal(["summit"], (await Run("coverage", "list", "--json")).Json.AsArray().Select(page => (string?)page!["slug"]));

        var added = (await Run("post", "add", "summit", "--headline", "They met", "--text", "At nine.", "--text", "At ten.", "--publish", "--json")).Json;
        Assert.Equal("published", (string?)added["state"]);
        var id = (string)added["id"]!;
        Assert.Equal($"{id}\tpublished\tThey met\n", (await Run("post", "list", "summit")).Done());
        Assert.Equal("withdrawn", (string?)(await Run("post", "withdraw", "summit", id, "--notice", "They did not meet.", "--json")).Json["state"]);
        (await Run("post", "withdraw", "summit", id, "--notice", "It was not they who met.")).Done();
        (await Run("post", "take-down", "summit", id)).Done();
        (await Run("post", "withdraw", "summit", id, "--notice", "Again.")).Fails("can be withdrawn");
    }

    [Fact]
    public async Task A_server_that_is_told_to_stop_before_it_listens_ends_without_a_word()
    {
        var start = new ProcessStartInfo(ServerProcess.Executable, ["serve", "--data", _folder.Path, "--urls", $"http://127.0.0.1:{ServerProcess.FreePort()}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        // The database is made first: a moment at which the signal is heard, and nothing listens yet.
        await Bound.Until(() => File.Exists(SqliteStore.PathIn(_folder.Path)) || process.HasExited, "the database is there");
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])) await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        Assert.Equal((0, ""), (process.ExitCode, await errors));
    }

    [Fact]
    public async Task A_token_is_printed_once_listed_without_its_secret_and_revoked()
    {
        var token = (await Run("token", "create", "--name", "Results feed", "--role", "editor")).Done();
        Assert.Matches("^dl_[A-Za-z0-9_-]{43}\n$", token);
        var listed = (await Run("token", "list", "--json")).Done();
        Assert.DoesNotContain(token.Trim(), listed);
        Assert.Contains("Results feed", listed);
        (await Run("token", "create", "--name", "Results feed", "--role", "admin")).Fails("choose another name");
        Assert.Equal("Results feed is revoked.\n", (await Run("token", "revoke", "Results feed")).Done());
        Assert.Contains("revoked 20", (await Run("token", "list")).Done());
        (await Run("token", "revoke", "Nobody")).Fails("no token");
    }

    [Fact]
    public async Task What_is_used_wrongly_is_said_with_status_2()
    {
        (await Run("publish")).Misused();
        (await Run("token", "create", "--name", "x", "--role", "owner")).Misused();
        (await Run("token", "create", "--name", "x")).Misused();
        (await Run("export", "summit", "--format", "pdf", "--out", "-")).Misused();
        (await Run("import", "x.txt", "--date", "23/11/2026")).Misused();
        (await Run("import", "x.txt", "--year", "2026", "--date", "2026-11-23")).Misused();
        (await Run("import")).Misused();
        (await Run("coverage", "add", "summit", "--headline", "x", "--status", "finished")).Misused();
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_one_sentence()
    {
        (await Run("coverage", "set", "none", "--status", "live")).Fails("no live page");
        (await Run("coverage", "add", "No Good", "--headline", "x")).Fails("slug");
        (await Run("post", "list", "none")).Fails("no live page");
        (await Run("post", "add", "none", "--headline", "x")).Fails("no live page");
        (await Run("export", "none", "--format", "json", "--out", "-")).Fails("no live page");
        (await Run("import", _folder.File("none.txt"))).Fails("no file");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_used_is_said_in_one_sentence()
    {
        var file = _folder.File("a-file");
        await File.WriteAllTextAsync(file, "This is no folder.");
        foreach (var data in new[] { Path.Combine(file, "data"), "/proc/dateline" })
        {
            (await Command.Run(data, "coverage", "list")).Fails("");
            (await Command.Run(data, "token", "list")).Fails("");
            (await Command.Run(data, "serve", "--urls", "http://127.0.0.1:0")).Fails("");
        }
        await File.WriteAllTextAsync(_folder.File("dateline.db"), string.Concat(Enumerable.Repeat("This is no database. ", 100)));
        (await Run("coverage", "list")).Fails("not a database");
    }

    [Fact]
    public async Task A_server_that_cannot_listen_says_so_in_one_sentence()
    {
        await using var server = await ServerProcess.Start(_folder.Path);
        using var elsewhere = new TemporaryFolder();
        (await Command.Run(elsewhere.Path, "serve", "--urls", $"{server.Address}")).Fails("in use");
        (await Command.Run(elsewhere.Path, "serve", "--urls", "nonsense")).Fails("nonsense");
    }

    public void Dispose() => _folder.Dispose();

    private Task<Said> Run(params string[] arguments) => Command.Run(_folder.Path, arguments);
}
