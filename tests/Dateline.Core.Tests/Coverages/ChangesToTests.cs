using CsCheck;
using Dateline.Core.Coverages;
using Dateline.Core.Journal;
using Xunit;

namespace Dateline.Core.Tests.Coverages;

/// <summary>The changes between two versions of a live page are what differs: no more, no less.</summary>
public sealed class ChangesToTests
{
    private static readonly Gen<(Coverage, Coverage)> Versions = Gen.Select(
        Any.Coverage, Any.Coverage, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, (old, other, header, status, summary, pin) => (old, old with
        {
            Header = header ? other.Header : old.Header,
            Status = status ? other.Status : old.Status,
            Summary = summary ? other.Summary : old.Summary,
            Pin = pin ? other.Pin : old.Pin,
        }));

    [Fact]
    public void Applying_them_leads_from_one_to_the_other() =>
        Versions.Sample((old, next) =>
        {
            var replay = new Replay(old.Public);
            foreach (var change in old.ChangesTo(next)) replay.Apply(new Entry(replay.Head + 1, Newsroom.Noon, change));
            Assert.Equal(next.Public, replay.Coverage);
        });

    [Fact]
    public void Each_part_that_differs_is_one_change() =>
        Versions.Sample((old, next) =>
        {
            var (was, now) = (old.Public, next.Public);
            var parts = new[] { was.Header == now.Header, was.Status == now.Status, was.Summary == now.Summary, was.Pinned == now.Pinned };
            Assert.Equal(parts.Count(same => !same), old.ChangesTo(next).Count());
        });

    [Fact]
    public void A_page_differs_from_itself_in_nothing() => Any.Coverage.Sample(page => Assert.Empty(page.ChangesTo(page with { })));
}
