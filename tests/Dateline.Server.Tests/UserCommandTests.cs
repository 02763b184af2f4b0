using Dateline.Testing;
using Xunit;

namespace Dateline.Server.Tests;

/// <summary><c>dateline user</c>: whoever owns the data folder lets people in.</summary>
public sealed class UserCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Somebody_added_on_the_command_line_signs_in_by_the_link_it_prints_once()
    {
        await using var server = await ServerProcess.Start(_folder.Path);
        var link = new Uri((await Run("user", "add", "Ana Ruiz", "--email", "ana@courier.example", "--role", "admin", "--urls", $"{server.Address}")).Done().Trim());
        Assert.Equal($"http://localhost:{server.Address.Port}/desk/welcome", link.GetLeftPart(UriPartial.Path));
        Assert.Equal(200, await SignsIn(server, link));
        Assert.Equal(401, await SignsIn(server, link));

        var again = new Uri((string)(await Run("user", "link", "ANA@courier.example", "--json")).Json["link"]!);
        Assert.Equal(200, await SignsIn(server, again));
    }

    [Fact]
    public async Task People_are_listed_disabled_and_enabled_but_for_the_last_administrator()
    {
        (await Run("user", "add", "Ana Ruiz", "--email", "ana@courier.example", "--role", "admin")).Done();
        (await Run("user", "add", "Ben Oyelaran", "--email", "ben@courier.example", "--role", "reporter")).Done();
        Assert.Equal("Ana Ruiz\tana@courier.example\tadmin\tmay enter\nBen Oyelaran\tben@courier.example\treporter\tmay enter\n", (await Run("user", "list")).Done());
        Assert.True((bool)(await Run("user", "disable", "Ben Oyelaran", "--json")).Json["disabled"]!);
        (await Run("user", "link", "Ben Oyelaran")).Fails("enable");
        Assert.EndsWith("may enter\n", (await Run("user", "enable", "ben@courier.example")).Done());
        (await Run("user", "disable", "Ana Ruiz")).Fails("last administrator");
        (await Run("user", "disable", "Nobody")).Fails("nobody called");
        (await Run("user", "add", "Ana Ruiz", "--email", "other@courier.example", "--role", "editor")).Fails("in use");
        (await Run("user", "add", "Cy", "--email", "nowhere", "--role", "editor")).Fails("name@example.org");
        (await Run("user", "add", "Cy", "--email", "cy@courier.example", "--role", "owner")).Misused();
    }

    private Task<Said> Run(params string[] arguments) => Command.Run(_folder.Path, arguments);

    private static async Task<int> SignsIn(ServerProcess server, Uri link)
    {
        using var browser = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session/link") { Content = new StringContent($$"""{"token":"{{link.Fragment[1..]}}"}""", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answered = await browser.SendAsync(request);
        return (int)answered.StatusCode;
    }

    public void Dispose() => _folder.Dispose();
}
