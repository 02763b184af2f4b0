using Dateline.Desk.Members;
using Dateline.Storage;
using Dateline.Storage.Members;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Desk.Tests;

/// <summary>Signing in by password: who tries learns nothing, and who guesses is stopped.</summary>
public sealed class SignInTests(NewsroomApi newsroom) : IClassFixture<NewsroomApi>
{
    private const string Password = "three tugs at anchor";

    [Fact]
    public async Task A_password_once_set_signs_in_and_nothing_like_it_does()
    {
        using var ana = await WithPassword("Ana Ruiz");
        var signedIn = (await Browser().Post("/api/v1/session", Credentials(ana, Password))).Is(200).Json;
        Assert.Equal("Ana Ruiz", (string?)signedIn["member"]!["name"]);
        Assert.Equal("reporter", (string?)signedIn["member"]!["role"]);
        Assert.True((bool)signedIn["methods"]!["password"]!);
        foreach (var wrong in new[] { "", Password.ToUpperInvariant(), Password + " ", Password + "\\u0000", new string('a', 100_000) })
            (await Browser().Post("/api/v1/session", Credentials(ana, wrong))).Refuses(401);
    }

    [Fact]
    public async Task An_unknown_address_a_wrong_password_no_password_and_somebody_who_left_are_answered_alike_to_the_byte()
    {
        using var known = await WithPassword("Kofi Annor");
        using var without = await newsroom.Person("Wim Oud", Role.Reporter);
        using var left = await WithPassword("Lea Gone");
        await Members.Change(left.Who.Id, new MemberEdit(Disabled: true), "the test", default);

        var answers = new List<string>();
        foreach (var (email, password) in new[] { (known.Who.Email, "not the password at all"), (without.Who.Email, Password), (left.Who.Email, Password), ("nobody@courier.example", Password), ("not an address", Password) })
        {
            var answered = (await Browser().Post("/api/v1/session", $$"""{"email":"{{email}}","password":"{{password}}"}""")).Refuses(401);
            answers.Add($"{answered.Status} {answered.Text} {string.Join('|', answered.Headers.Select(header => header.Key).Where(key => key != "Date"))}");
        }
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task After_five_failures_an_account_is_locked_for_five_minutes_even_for_the_right_password()
    {
        using var lou = await WithPassword("Lou Fisher");
        for (var n = 0; n < 5; n++) (await Browser().Post("/api/v1/session", Credentials(lou, "wrong and long enough"))).Refuses(401);
        var locked = (await Browser().Post("/api/v1/session", Credentials(lou, Password))).Refuses(423);
        Assert.Equal(newsroom.Clock.GetUtcNow().AddMinutes(5).ToString("yyyy-MM-ddTHH:mm:ss", null), locked["until"]![..19]);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        (await Browser().Post("/api/v1/session", Credentials(lou, Password))).Is(200);
        // A right password forgives the failures before it; without one, each further failure locks for twice as long.
        for (var n = 0; n < 4; n++) (await Browser().Post("/api/v1/session", Credentials(lou, "wrong and long enough"))).Refuses(401);
        (await Browser().Post("/api/v1/session", Credentials(lou, Password))).Is(200);
        for (var n = 0; n < 5; n++) (await Browser().Post("/api/v1/session", Credentials(lou, "wrong and long enough"))).Refuses(401);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        (await Browser().Post("/api/v1/session", Credentials(lou, "wrong and long enough"))).Refuses(401);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(9));
        (await Browser().Post("/api/v1/session", Credentials(lou, Password))).Refuses(423);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Browser().Post("/api/v1/session", Credentials(lou, Password))).Is(200);
    }

    [Fact]
    public async Task An_address_that_nobody_has_is_locked_in_the_same_way()
    {
        const string Nobody = """{"email":"who.knows@courier.example","password":"wrong and long enough"}""";
        for (var n = 0; n < 5; n++) (await Browser().Post("/api/v1/session", Nobody)).Refuses(401);
        using var max = await WithPassword("Max Locked");
        for (var n = 0; n < 5; n++) (await Browser().Post("/api/v1/session", Credentials(max, "wrong and long enough"))).Refuses(401);
        Assert.Equal((await Browser().Post("/api/v1/session", Credentials(max, Password))).Refuses(423).Text, (await Browser().Post("/api/v1/session", Nobody)).Refuses(423).Text);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        (await Browser().Post("/api/v1/session", Nobody)).Refuses(401);
    }

    [Fact]
    public async Task Many_guesses_at_once_are_five_guesses()
    {
        using var sam = await WithPassword("Sam Many");
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(n => Browser().Post("/api/v1/session", Credentials(sam, $"guess number {n} and more"))));
        Assert.Equal(5, answers.Count(answer => answer.Status == 401));
        Assert.Equal(19, answers.Count(answer => answer.Status == 423));
    }

    [Fact]
    public async Task With_codes_turned_on_the_password_alone_opens_nothing_and_a_code_works_once()
    {
        using var cai = await WithPassword("Cai Two");
        var (secret, recovery) = await TurnsCodesOn(cai);
        var needs = (await Browser().Post("/api/v1/session", Credentials(cai, Password))).Refuses(401);
        Assert.Equal("code", needs["needs"]);
        (await Browser().Post("/api/v1/session", Credentials(cai, Password, "000000"))).Refuses(401);
        var code = Totp.Code(secret, 1);
        (await Browser().Post("/api/v1/session", Credentials(cai, Password, code))).Is(200);
        // Whoever looked over the shoulder has the password and a code that was used.
        (await Browser().Post("/api/v1/session", Credentials(cai, Password, code))).Refuses(401);
        // What reads as a wrong password says nothing of the code.
        Assert.Null((await Browser().Post("/api/v1/session", Credentials(cai, "wrong and long enough", code))).Refuses(401)["needs"]);

        (await Browser().Post("/api/v1/session", Credentials(cai, Password, recovery[0].ToLowerInvariant().Replace('-', ' ')))).Is(200);
        (await Browser().Post("/api/v1/session", Credentials(cai, Password, recovery[0]))).Refuses(401);
        (await Browser().Post("/api/v1/session", Credentials(cai, Password, recovery[1]))).Is(200);
    }

    [Fact]
    public async Task Guessing_codes_locks_the_account_at_the_door_and_at_the_desk()
    {
        using var gil = await WithPassword("Gil Guess");
        var (_, recovery) = await TurnsCodesOn(gil);
        for (var n = 0; n < 3; n++) (await Browser().Post("/api/v1/session", Credentials(gil, Password, "000000"))).Refuses(401);
        for (var n = 0; n < 2; n++) (await gil.Send(HttpMethod.Delete, "/api/v1/account/code", """{"code":"000000"}""")).Refuses(422, "code");
        (await gil.Send(HttpMethod.Delete, "/api/v1/account/code", $$"""{"code":"{{recovery[0]}}"}""")).Refuses(423);
        (await Browser().Post("/api/v1/session", Credentials(gil, Password, recovery[0]))).Refuses(423);
    }

    [Fact]
    public async Task Codes_are_turned_off_by_a_code_and_secrets_lie_nowhere_in_the_file()
    {
        using var nia = await WithPassword("Nia Off");
        var (secret, recovery) = await TurnsCodesOn(nia);
        (await nia.Post("/api/v1/account/code")).Refuses(409);
        foreach (var text in new[] { secret, recovery[3], recovery[3].Replace("-", ""), Password }) Assert.False(Holds(text), text);
        (await nia.Send(HttpMethod.Delete, "/api/v1/account/code", $$"""{"code":"{{recovery[3]}}"}""")).Is(204);
        (await Browser().Post("/api/v1/session", Credentials(nia, Password))).Is(200);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("pat.weak@courier.example")]
    public async Task A_password_that_is_easily_guessed_is_refused_with_what_to_do(string weak)
    {
        using var pat = await newsroom.Person($"Pat Weak {weak.Length}", Role.Reporter);
        if (weak.Contains('@', StringComparison.Ordinal)) weak = pat.Who.Email;
        Assert.Contains("12 characters", (await pat.Put("/api/v1/account/password", $$"""{"password":"{{weak}}"}""")).Refuses(422, "password")["title"]);
    }

    [Fact]
    public async Task Another_password_wants_the_old_one_unless_one_has_just_come_by_a_link_and_ends_other_sessions()
    {
        using var ida = await WithPassword("Ida Change");
        var elsewhere = Browser();
        (await elsewhere.Post("/api/v1/session", Credentials(ida, Password))).Is(200);
        (await elsewhere.Put("/api/v1/account/password", """{"password":"four tugs at anchor"}""")).Refuses(422, "old");
        (await elsewhere.Put("/api/v1/account/password", """{"password":"four tugs at anchor","old":"not it, but long"}""")).Refuses(422, "old");
        // She came by a link just now, and so may have forgotten it.
        (await ida.Put("/api/v1/account/password", """{"password":"four tugs at anchor"}""")).Is(204);
        (await elsewhere.Get("/api/v1/account/sessions")).Refuses(401);
        (await ida.Get("/api/v1/account/sessions")).Is(200);
        (await elsewhere.Post("/api/v1/session", Credentials(ida, "four tugs at anchor"))).Is(200);
        (await elsewhere.Put("/api/v1/account/password", """{"password":"five tugs at anchor","old":"four tugs at anchor"}""")).Is(204);
    }

    [Fact]
    public async Task Tries_are_bounded_for_one_account_and_for_one_address()
    {
        await using var strict = new NewsroomApi(settings => settings with { SignIns = new SignInLimits(PerAddress: 12, PerAccount: 4, InAll: 100) });
        await strict.InitializeAsync();
        async Task<int> Tries(string email)
        {
            using var visitor = new DeskVisitor(strict.Address);
            return (await visitor.Post("/api/v1/session", $$"""{"email":"{{email}}","password":"wrong and long enough"}""")).Status;
        }
        var one = await Several(12, n => n % 2 == 0 ? "one@courier.example" : "ONE@courier.example");
        Assert.Equal([.. Enumerable.Repeat(401, 4), .. Enumerable.Repeat(429, 8)], one);
        // The twelve were this address's tries of the minute; five seconds give one back.
        Assert.Equal([429, 429], await Several(2, n => $"other{n}@courier.example"));
        strict.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([401, 429], await Several(2, n => $"later{n}@courier.example"));

        async Task<List<int>> Several(int times, Func<int, string> email)
        {
            var statuses = new List<int>();
            for (var n = 0; n < times; n++) statuses.Add(await Tries(email(n)));
            return statuses;
        }
    }

    private MemberBook Members => newsroom.Services.GetRequiredService<MemberBook>();

    private DeskVisitor Browser() => new(newsroom.Address);

    private bool Holds(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return Directory.EnumerateFiles(newsroom.Folder, "dateline.db*").Any(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(bytes) >= 0;
        });
    }

    private async Task<DeskVisitor> WithPassword(string name)
    {
        var visitor = await newsroom.Person(name, Role.Reporter);
        (await visitor.Put("/api/v1/account/password", $$"""{"password":"{{Password}}"}""")).Is(204);
        return visitor;
    }

    private static async Task<(string Secret, IReadOnlyList<string> Recovery)> TurnsCodesOn(DeskVisitor visitor)
    {
        var secret = (await visitor.Post("/api/v1/account/code")).Is(200)["secret"]!;
        (await visitor.Put("/api/v1/account/code", """{"code":"12"}""")).Refuses(422, "code");
        var codes = (await visitor.Put("/api/v1/account/code", $$"""{"code":"{{Totp.Code(secret)}}"}""")).Is(200).Json["recoveryCodes"]!.AsArray().Select(code => (string)code!).ToList();
        Assert.Equal(10, codes.Distinct().Count());
        return (secret, codes);
    }

    private static string Credentials(DeskVisitor visitor, string password, string? code = null) =>
        $$"""{"email":"{{visitor.Who.Email.ToUpperInvariant()}}","password":"{{password}}"{{(code is null ? "" : $$""","code":"{{code}}" """)}}}""";
}
