using System.Text;
using System.Text.Json.Nodes;
using Dateline.Storage.Sqlite;
using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests;

/// <summary>Whole live pages in and out, from the command line.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("harbour.txt")]
    [InlineData("cut-off.txt")]
    public async Task A_capture_comes_in_and_its_export_comes_back_the_same(string capture)
    {
        var dry = (await Run("import", Capture(capture), "--slug", "day", "--date", "2026-11-23", "--dry-run", "--json")).Json;
        Assert.Empty((await Run("coverage", "list")).Done());

        var imported = (await Run("import", Capture(capture), "--slug", "day", "--date", "2026-11-23", "--json")).Json;
        Assert.True(JsonNode.DeepEquals(dry, imported));
        Assert.Equal(["coverage", "posts", "blocks", "warnings"], imported.AsObject().Select(field => field.Key));
        Assert.Equal("day", (string?)imported["coverage"]);
        Assert.True((int)imported["posts"]! > 0);
        Assert.All(imported["warnings"]!.AsArray(), warning => Assert.Equal(["line", "text"], warning!.AsObject().Select(field => field.Key)));

        var file = _folder.File("day.json");
        Assert.Empty((await Run("export", "day", "--format", "json", "--out", file)).Done());

        using var fresh = new TemporaryFolder();
        (await Command.Run(fresh.Path, "import", file, "--format", "dateline")).Done();
        Assert.Equal(await File.ReadAllTextAsync(file), (await Command.Run(fresh.Path, "export", "day", "--format", "json", "--out", "-")).Done());
    }

    [Fact]
    public async Task A_closed_page_comes_back_closed_unless_another_status_is_given()
    {
        var file = _folder.File("over.json");
        (await Run("coverage", "add", "over", "--headline", "It is over", "--status", "closed", "--status-note", "Thank you for reading.")).Done();
        (await Run("export", "over", "--format", "json", "--out", file)).Done();
        using var fresh = new TemporaryFolder();
        (await Command.Run(fresh.Path, "import", file)).Done();
        Assert.Equal(await File.ReadAllTextAsync(file), (await Command.Run(fresh.Path, "export", "over", "--format", "json", "--out", "-")).Done());
        (await Command.Run(fresh.Path, "import", file, "--slug", "again", "--status", "draft")).Done();
        Assert.Contains("again\tdraft\t", (await Command.Run(fresh.Path, "coverage", "list")).Done());
    }

    [Fact]
    public async Task A_source_can_come_through_a_pipe_and_say_so_in_words()
    {
        var said = await Command.Run(_folder.Path, await File.ReadAllBytesAsync(Capture("harbour.txt")), "import", "-", "--slug", "harbour", "--date", "2026-11-23");
        Assert.Matches(@"^Imported \d+ posts? with \d+ blocks? as /live/harbour\.\n$", said.Done());
    }

    [Fact]
    public async Task A_bad_source_gets_one_sentence_and_leaves_everything_as_it_was()
    {
        (await Run("coverage", "add", "there", "--headline", "There already")).Done();
        (await Given("empty.txt", [])).Fails("nothing in this file");
        (await Given("blank.txt", "  \n\n \t"u8.ToArray())).Fails("nothing in this file");
        (await Given("binary.txt", [0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0])).Fails("not text");
        (await Given("latin.txt", Encoding.Latin1.GetBytes("Live Reporting\n\nÉlysée\n"))).Fails("UTF-8");
        (await Given("broken.json", """{"dateline":1,"coverage":"""u8.ToArray())).Fails("");
        (await Given("surrogate.json", """{"dateline":1,"coverage":{"slug":"a","headline":"\ud800","language":"en-GB","timeZone":"UTC"},"posts":[]}"""u8.ToArray())).Fails("");
        (await Given("other.json", """{"title":"Somebody else's"}"""u8.ToArray())).Fails("");
        (await Run("import", _folder.Path)).Fails("");
        (await Command.Run(_folder.Path, [], "import", "-", "--slug", "piped")).Fails("nothing in this file");
        Assert.Equal("there\tdraft\tThere already\n", (await Run("coverage", "list")).Done());
    }

    [Fact]
    public async Task Two_hundred_megabytes_are_refused_from_a_file_and_from_a_pipe()
    {
        var file = _folder.File("huge.txt");
        await using (var huge = File.Create(file))
        {
            var line = Encoding.UTF8.GetBytes($"{new string('x', 1_023)}\n");
            for (var n = 0; n < 200 * 1_024; n++) await huge.WriteAsync(line);
        }
        (await Run("import", file)).Fails("64 MB");
        (await Command.Run(_folder.Path, await File.ReadAllBytesAsync(file), "import", "-", "--slug", "huge")).Fails("64 MB");
        Assert.Empty((await Run("coverage", "list")).Done());
    }

    [Fact]
    public async Task A_running_server_shows_an_import_and_what_other_commands_do_within_two_seconds()
    {
        await using var server = await ServerProcess.Start(_folder.Path);
        using var client = new HttpClient { BaseAddress = server.Address };
        Assert.Equal(404, (int)(await client.GetAsync("/live/harbour")).StatusCode);
        (await Run("import", Capture("harbour.txt"), "--slug", "harbour", "--date", "2026-11-23")).Done();
        var first = (await Data()).Json["posts"]!.AsArray().Count;
        Assert.True(first > 0);

        // The page is in the server's memory by now; what another process writes must still reach it.
        (await Run("post", "add", "harbour", "--headline", "From the command line", "--publish")).Done();
        var written = DateTimeOffset.UtcNow;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!(await Data()).Text.Contains("From the command line", StringComparison.Ordinal)) Assert.True(await looks.WaitForNextTickAsync(patience.Token));
        Assert.InRange((DateTimeOffset.UtcNow - written).TotalSeconds, 0, 2);

        async Task<(string Text, JsonNode Json)> Data()
        {
            var text = await client.GetStringAsync("/live/harbour.json");
            return (text, JsonNode.Parse(text)!);
        }
    }

    [Fact]
    public async Task A_failed_export_leaves_the_file_that_was_there()
    {
        (await Run("coverage", "add", "day", "--headline", "The day")).Done();
        (await Run("export", "day", "--format", "json", "--out", Path.Combine(_folder.Path, "none", "day.json"))).Fails("");
        var file = _folder.File("day.json");
        (await Run("export", "day", "--format", "json", "--out", file)).Done();
        var before = await File.ReadAllTextAsync(file);
        (await Run("export", "night", "--format", "json", "--out", file)).Fails("no live page");
        Assert.Equal(before, await File.ReadAllTextAsync(file));
        Assert.False(File.Exists($"{file}.part"));
        Assert.True(File.Exists(SqliteStore.PathIn(_folder.Path)));
    }

    public void Dispose() => _folder.Dispose();

    private static string Capture(string name) => Path.Combine(AppContext.BaseDirectory, "captures", name);

    private Task<Said> Run(params string[] arguments) => Command.Run(_folder.Path, arguments);

    private async Task<Said> Given(string name, byte[] bytes)
    {
        await File.WriteAllBytesAsync(_folder.File(name), bytes);
        return await Run("import", _folder.File(name));
    }
}
