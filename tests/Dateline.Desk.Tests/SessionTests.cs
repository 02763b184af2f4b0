using System.Net;
using Dateline.Storage;
using Dateline.Storage.Members;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>Links, cookies and sessions.</summary>
public sealed class SessionTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    [Fact]
    public async Task Who_is_not_signed_in_is_told_the_ways_in()
    {
        var answered = (await new DeskVisitor(newsroom.Address).Get("/api/v1/session")).Refuses(401);
        Assert.Null(answered.Json["ways"]!["oidc"]);
        Assert.Equal("Dateline", (string?)answered.Json["newsroom"]!["name"]);
    }

    [Fact]
    public async Task A_link_signs_in_once()
    {
        var link = await Link("Lin One");
        using var browser = new DeskVisitor(newsroom.Address);
        var signedIn = (await browser.Post("/api/v1/session/link", link)).Is(200).Json;
        Assert.Equal("Lin One", (string?)signedIn["member"]!["name"]);
        Assert.Equal("""{"password":false,"code":false,"passkeys":0}""", signedIn["methods"]!.ToJsonString());
        var again = (await new DeskVisitor(newsroom.Address).Post("/api/v1/session/link", link)).Refuses(401);
        Assert.Equal(again.Text, (await new DeskVisitor(newsroom.Address).Post("/api/v1/session/link", """{"token":"never was"}""")).Refuses(401).Text);
        (await browser.Get("/api/v1/session")).Is(200);
    }

    [Fact]
    public async Task Two_who_use_one_link_at_once_are_one()
    {
        var link = await Link("Lin Race");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => new DeskVisitor(newsroom.Address).Post("/api/v1/session/link", link)));
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.Equal(11, answers.Count(answer => answer.Status == 401));
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_and_no_script()
    {
        using var browser = new DeskVisitor(newsroom.Address);
        var answered = (await browser.Post("/api/v1/session/link", await Link("Coo Kie"))).Is(200);
        var cookie = Assert.Single(answered.Headers.GetValues("Set-Cookie"));
        Assert.Matches(@"^dateline=[\w-]{43}; max-age=2592000; path=/; samesite=strict; httponly$", cookie);
        Assert.Equal("no-store", answered.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Where_the_desk_is_opened_over_TLS_the_cookie_goes_nowhere_else()
    {
        await using var secure = new NewsroomApi(settings => settings with { Style = settings.Style with { PublicUrl = new Uri("https://courier.example/") } });
        await secure.InitializeAsync();
        var link = (await secure.Services.GetRequiredService<MemberBook>().Add("Tess", "tess@courier.example", Role.Admin, "the test", default)).Value.Link;
        using var browser = new DeskVisitor(secure.Address);
        var cookie = Assert.Single((await browser.Post("/api/v1/session/link", $$"""{"token":"{{link}}"}""")).Is(200).Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-dateline=", cookie);
        Assert.Contains("; secure;", cookie);
        Assert.DoesNotContain("domain", cookie);
    }

    [Fact]
    public async Task A_cookie_that_somebody_prepared_is_worth_nothing_after_signing_in()
    {
        using var attacker = await newsroom.Person("Ed Evil", Role.Reporter);
        var planted = attacker.Cookie!.Value;
        using var victim = new DeskVisitor(newsroom.Address);
        victim.Cookies.Add(newsroom.Address, new Cookie("dateline", planted));
        (await victim.Post("/api/v1/session/link", await Link("Vic Tim"))).Is(200);
        Assert.NotEqual(planted, victim.Cookie!.Value);
        (await attacker.Get("/api/v1/session")).Refuses(401);
    }

    [Fact]
    public async Task An_ended_session_is_refused_at_its_next_request()
    {
        using var laptop = await newsroom.Person("Dev Ices", Role.Editor);
        using var phone = await Again(laptop);
        using var tablet = await Again(laptop);
        var sessions = (await laptop.Get("/api/v1/account/sessions")).Is(200).Json["sessions"]!.AsArray();
        Assert.Equal(3, sessions.Count);
        Assert.Single(sessions, session => (bool)session!["current"]!);
        Assert.All(sessions, session => Assert.Equal(("link", "Tests 1.0", "127.0.0.1"), ((string)session!["way"]!, (string)session["device"]!, (string)session["address"]!)));

        var phones = (await phone.Get("/api/v1/account/sessions")).Json["sessions"]!.AsArray().Single(session => (bool)session!["current"]!)!["id"];
        (await laptop.Delete($"/api/v1/account/sessions/{phones}")).Is(204);
        (await phone.Get("/api/v1/coverages")).Refuses(401);
        (await laptop.Delete($"/api/v1/account/sessions/{phones}")).Refuses(404);
        (await tablet.Get("/api/v1/coverages")).Is(200);
        (await laptop.Delete("/api/v1/account/sessions/others")).Is(204);
        (await tablet.Get("/api/v1/coverages")).Refuses(401);

        var kept = laptop.Cookie!.Value;
        (await laptop.Delete("/api/v1/session")).Is(204);
        Assert.Null(laptop.Cookie);
        laptop.Cookies.Add(newsroom.Address, new Cookie("dateline", kept));
        (await laptop.Get("/api/v1/coverages")).Refuses(401);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        using var one = await newsroom.Person("Own One", Role.Admin);
        using var other = await newsroom.Person("Own Other", Role.Reporter);
        var id = (await one.Get("/api/v1/account/sessions")).Json["sessions"]![0]!["id"];
        (await other.Delete($"/api/v1/account/sessions/{id}")).Refuses(404);
        (await one.Get("/api/v1/session")).Is(200);
    }

    [Fact]
    public async Task A_person_is_signed_in_on_twenty_devices_and_the_oldest_makes_room()
    {
        using var first = await newsroom.Person("Many Devices", Role.Reporter);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var n = 0; n < SessionBook.MostPerPerson; n++) (await Again(first)).Dispose();
        (await first.Get("/api/v1/session")).Refuses(401);
        using var last = await Again(first);
        Assert.Equal(SessionBook.MostPerPerson, (await last.Get("/api/v1/account/sessions")).Json["sessions"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_token_is_asked_about_by_itself_even_beside_a_cookie()
    {
        using var admin = await newsroom.Person("Ada Cookie", Role.Admin);
        (await admin.Post("/api/v1/tokens", """{"name":"x","role":"reporter"}""", ("Authorization", "Bearer dl_made-up"))).Refuses(401);
    }

    private MemberBook Members => newsroom.Services.GetRequiredService<MemberBook>();

    private async Task<string> Link(string name) =>
        $$"""{"token":"{{(await Members.Add(name, $"{name.Replace(' ', '.')}@courier.example", Role.Reporter, "the test", default)).Value.Link}}"}""";

    private async Task<DeskVisitor> Again(DeskVisitor who)
    {
        var visitor = new DeskVisitor(newsroom.Address, who.Who);
        (await visitor.Post("/api/v1/session/link", $$"""{"token":"{{(await Members.Link(who.Who.Id, "the test", default)).Value.Link}}"}""")).Is(200);
        return visitor;
    }
}
