using Dateline.Storage.Members;
using Dateline.Testing;
using Xunit;

namespace Dateline.Storage.Tests;

/// <summary>How long links and sessions last.</summary>
public sealed class SessionBookTests : IDisposable
{
    private static readonly Visit Visit = new("192.0.2.7", new string('B', 5_000));

    private readonly TestNewsroom _newsroom = new();

    private SessionBook Sessions => new(_newsroom.Newsroom);

    private MemberBook Members => new(_newsroom.Newsroom);

    [Fact]
    public async Task A_session_lives_while_it_is_used_and_a_month_at_most()
    {
        var (idle, busy) = (await Begin("Ian Idle"), await Begin("Bea Busy"));
        for (var day = 1; day < 30; day++)
        {
            _newsroom.Clock.Advance(TimeSpan.FromDays(1));
            Assert.Equal("Bea Busy", (await Sessions.Recognise(busy, default))!.Person.Name);
            if (day == 7) Assert.Null(await Sessions.Recognise(idle, default));
        }
        _newsroom.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await Sessions.Recognise(busy, default));
    }

    [Fact]
    public async Task Looking_at_a_session_writes_once_in_five_minutes()
    {
        var secret = await Begin("Ann Often");
        _newsroom.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(TestNewsroom.Morning, (await Sessions.Recognise(secret, default))!.LastSeenAt);
        _newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TestNewsroom.Morning.AddMinutes(5), (await Sessions.Recognise(secret, default))!.LastSeenAt);
        Assert.Equal(TestNewsroom.Morning.AddMinutes(5), (await Sessions.List((await Sessions.Recognise(secret, default))!.Person.Id, default)).Single().LastSeenAt);
    }

    [Fact]
    public async Task A_link_is_good_for_a_day_once_and_a_new_one_ends_it()
    {
        var (link, person) = await Add("Lin Late");
        _newsroom.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        var second = (await Members.Link(person.Id, "Ada", default)).Value.Link;
        Assert.Equal(SessionBook.UsedLink, (await Sessions.Redeem(link, Visit, null, default)).Refusal);
        _newsroom.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(SessionBook.UsedLink, (await Sessions.Redeem(second, Visit, null, default)).Refusal);
        var third = (await Members.Link(person.Id, "Ada", default)).Value.Link;
        Assert.Equal("link", (await Sessions.Redeem(third, Visit, null, default)).Value.Session.Way);
        Assert.Equal(SessionBook.UsedLink, (await Sessions.Redeem(third, Visit, null, default)).Refusal);
    }

    [Fact]
    public async Task What_opens_a_session_or_a_link_lies_nowhere_in_the_file_and_a_browsers_long_name_is_cut()
    {
        var (link, person) = await Add("Una Safe");
        var archive = new Archive(_newsroom.DatabasePath);
        Assert.True(archive.Holds("Una Safe"));
        Assert.False(archive.Holds(link));
        var begun = (await Sessions.Redeem(link, Visit, null, default)).Value;
        Assert.False(new Archive(_newsroom.DatabasePath).Holds(begun.Secret));
        Assert.Equal(200, (await Sessions.List(person.Id, default)).Single().Device.Length);
    }

    [Fact]
    public async Task Who_may_not_enter_enters_by_no_link_made_before()
    {
        var (link, person) = await Add("Gus Gone");
        Assert.NotNull((await Members.Change(person.Id, new MemberEdit(Disabled: true), "Ada", default)).Value.DisabledAt);
        Assert.Equal(SessionBook.UsedLink, (await Sessions.Redeem(link, Visit, null, default)).Refusal);
    }

    private async Task<(string Link, Person Person)> Add(string name)
    {
        var newcomer = (await Members.Add(name, $"{name.Replace(' ', '.')}@courier.example", Role.Reporter, "Ada", default)).Value;
        return (newcomer.Link, newcomer.Person);
    }

    private async Task<string> Begin(string name) => (await Sessions.Redeem((await Add(name)).Link, Visit, null, default)).Value.Secret;

    public void Dispose() => _newsroom.Dispose();
}
