using Dateline.Core.Outcomes;
using Dateline.Testing;
using Xunit;

namespace Dateline.Storage.Tests;

public sealed class TokenBookTests : IDisposable
{
    private readonly TestNewsroom _newsroom = new();

    private TokenBook Book => new(_newsroom.Newsroom);

    [Fact]
    public async Task A_secret_is_shown_once_and_lies_nowhere_in_the_file()
    {
        var secret = (await Book.Create("Results feed", Role.Editor, "Ada", default)).Value;
        Assert.True(new Archive(_newsroom.DatabasePath).Holds("Results feed"));
        Assert.False(new Archive(_newsroom.DatabasePath).Holds(secret));
        Assert.False(new Archive(_newsroom.DatabasePath).Holds(secret["dl_".Length..]));
        Assert.Equal(new Token("Results feed", Role.Editor, TestNewsroom.Morning, null), Book.Recognise(secret));
    }

    [Fact]
    public async Task No_two_secrets_are_the_same_and_none_is_short()
    {
        var secrets = new HashSet<string>();
        for (var n = 0; n < 20; n++) secrets.Add((await Book.Create($"Token {n}", Role.Reporter, "Ada", default)).Value);
        Assert.Equal(20, secrets.Count);
        Assert.All(secrets, secret => Assert.True(secret.Length >= 46));
    }

    [Fact]
    public async Task A_revoked_token_is_known_no_more_and_its_name_stays_taken()
    {
        var secret = (await Book.Create("Feed", Role.Reporter, "Ada", default)).Value;
        _newsroom.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TestNewsroom.Morning.AddHours(1), (await Book.Revoke("Feed", "Ada", default)).Value.RevokedAt);
        Assert.Null(Book.Recognise(secret));
        _newsroom.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TestNewsroom.Morning.AddHours(1), (await Book.Revoke("Feed", "Ada", default)).Value.RevokedAt);
        Assert.Equal(RefusalKind.Taken, (await Book.Create("Feed", Role.Reporter, "Ada", default)).Refusal!.Kind);
        Assert.Equal(["Feed"], (await Book.List(default)).Select(token => token.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("dl_")]
    [InlineData("dl_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1 --")]
    public async Task What_is_no_token_is_nobodys(string secret)
    {
        await Book.Create("Feed", Role.Admin, "Ada", default);
        Assert.Null(Book.Recognise(secret));
    }

    public void Dispose() => _newsroom.Dispose();
}
