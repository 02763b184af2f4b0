using System.Net;
using System.Text.Json.Nodes;
using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests;

/// <summary>A newsroom whose originals lie in a store: the server as an operator starts it.</summary>
public sealed class StoreTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private S3Store _store = null!;

    public async ValueTask InitializeAsync() => _store = await S3Store.Start();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_upload_is_answered_once_the_store_has_it_refused_while_it_is_away_and_taken_again_when_it_is_back()
    {
        var token = (await Command.Run(_folder.Path, "token", "create", "--name", "Wire", "--role", "reporter")).Done().Trim();
        await using var server = await ServerProcess.Start(_folder.Path, Environment());
        using var http = new HttpClient { BaseAddress = server.Address, DefaultRequestHeaders = { { "Authorization", $"Bearer {token}" } } };

        var (first, second) = (Pictures.Jpeg(900, 600, 1), Pictures.Jpeg(900, 600, 2));
        var (status, answer) = await Send(http, first);
        Assert.Equal(HttpStatusCode.Created, status);
        var hash = (string)answer["hash"]!;
        Assert.Equal(first, File.ReadAllBytes(_store.Files[$"courier/{hash}"]));
        Assert.Equal("ready\n", await http.GetStringAsync("/readyz"));

        await _store.Goes();
        (status, answer) = await Send(http, second);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("still with you", (string)answer["title"]!, StringComparison.Ordinal);
        Assert.StartsWith("ready\nThe store of originals", await http.GetStringAsync("/readyz"), StringComparison.Ordinal);
        var media = _folder.File("media");
        Assert.Equal([hash], Directory.EnumerateFiles(Path.Combine(media, "near")).Select(file => Path.GetFileName(file)));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(media, "originals"), "*", SearchOption.AllDirectories));

        await _store.Comes();
        (status, answer) = await Send(http, second);
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(2, _store.Files.Count);
        Assert.Equal(second, File.ReadAllBytes(_store.Files[$"courier/{(string)answer["hash"]!}"]));
    }

    [Fact]
    public async Task Originals_that_lie_on_disk_are_in_the_store_after_a_start()
    {
        var token = (await Command.Run(_folder.Path, "token", "create", "--name", "Wire", "--role", "reporter")).Done().Trim();
        string hash;
        var picture = Pictures.Jpeg(900, 600, 3);
        await using (var before = await ServerProcess.Start(_folder.Path))
        {
            using var http = new HttpClient { BaseAddress = before.Address, DefaultRequestHeaders = { { "Authorization", $"Bearer {token}" } } };
            hash = (string)(await Send(http, picture)).Answer["hash"]!;
        }
        Assert.Empty(_store.Files);
        await using var server = await ServerProcess.Start(_folder.Path, Environment());
        await Bound.Until(() => _store.Files.TryGetValue($"courier/{hash}", out var file) && new FileInfo(file).Length == picture.Length, "the original is in the store");
        Assert.Equal(picture, File.ReadAllBytes(_store.Files[$"courier/{hash}"]));
        Assert.True(File.Exists(Path.Combine(_folder.Path, "media", "originals", hash[..2], hash)));
    }

    [Theory]
    [InlineData("BUCKET", "elsewhere", "has no bucket “elsewhere”")]
    [InlineData("BUCKET", "", "DATELINE_S3__BUCKET is missing")]
    [InlineData("BUCKET", "Not A Bucket", "DATELINE_S3__BUCKET is “Not A Bucket”")]
    [InlineData("ENDPOINT", "s3.example.org", "DATELINE_S3__ENDPOINT is “s3.example.org”")]
    [InlineData("ENDPOINT", "https://s3.example.org/originals", "without a path")]
    [InlineData("PREFIX", "/courier", "DATELINE_S3__PREFIX is “/courier”")]
    [InlineData("CACHE", "5", "DATELINE_S3__CACHE is 5")]
    [InlineData("PATHSTYLE", "perhaps", "PATHSTYLE")]
    public async Task A_setting_that_cannot_be_used_refuses_the_start_with_a_sentence(string setting, string value, string says)
    {
        var environment = Environment();
        environment[$"DATELINE_S3__{setting}"] = value;
        (await Command.Run(_folder.Path, [], environment, "serve", "--urls", $"http://127.0.0.1:{ServerProcess.FreePort()}")).Fails(says);
    }

    [Theory]
    [InlineData("A-STRANGER", "does not let these credentials into bucket")]
    [InlineData("", "No credentials for the store of originals were found")]
    public async Task Credentials_that_open_nothing_refuse_the_start(string key, string says)
    {
        var environment = Environment();
        // Without a key a machine would be asked for its role, which this one has not.
        (environment["AWS_ACCESS_KEY_ID"], environment["AWS_EC2_METADATA_DISABLED"]) = (key, "true");
        (await Command.Run(_folder.Path, [], environment, "serve", "--urls", $"http://127.0.0.1:{ServerProcess.FreePort()}")).Fails(says);
    }

    private Dictionary<string, string> Environment() => new()
    {
        ["DATELINE_S3__BUCKET"] = S3Store.Bucket,
        ["DATELINE_S3__ENDPOINT"] = $"{_store.Settings.Endpoint}",
        ["DATELINE_S3__PREFIX"] = "courier",
        ["AWS_ACCESS_KEY_ID"] = S3Store.Key,
        ["AWS_SECRET_ACCESS_KEY"] = S3Store.Key,
    };

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> Send(HttpClient http, byte[] picture)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(picture), "file", "picture.jpg" } };
        using var answer = await http.PostAsync("/api/v1/media", form);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
