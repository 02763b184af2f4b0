using Dateline.Core.Outcomes;
using Dateline.Testing;
using Xunit;

namespace Dateline.Storage.Tests;

public sealed class ReceiptTests : IDisposable
{
    private readonly TestNewsroom _newsroom = new();
    private int _done;

    [Fact]
    public async Task Work_under_a_receipt_is_done_once_and_answered_every_time()
    {
        await _newsroom.Begins("summit");
        var receipt = new Receipt("Edith", "POST /posts", "key", "body");
        Assert.Equal(new Answer(201, "1", 1), (await Once(receipt)).Value);
        Assert.Equal(new Answer(201, "1", 1), (await Once(receipt)).Value);
        Assert.Equal(1, _done);
        Assert.Equal(RefusalKind.KeyReused, (await Once(receipt with { BodyHash = "another body" })).Refusal!.Kind);
        Assert.Equal("2", (await Once(receipt with { Token = "Ada" })).Value.Json);
        Assert.Equal("3", (await Once(receipt with { Route = "POST /others" })).Value.Json);
        Assert.Equal("4", (await Once(receipt with { Key = "another" })).Value.Json);
        Assert.Equal("5", (await Once(null)).Value.Json);
    }

    [Fact]
    public async Task A_receipt_is_kept_for_a_day_and_then_cleared_away()
    {
        await _newsroom.Begins("summit");
        var receipt = new Receipt("Edith", "POST /posts", "key", "body");
        await Once(receipt);
        _newsroom.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal("1", (await Once(receipt)).Value.Json);
        _newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("2", (await Once(receipt)).Value.Json);
        await Once(receipt with { Key = "later" });
        Assert.Equal(2, new Archive(_newsroom.DatabasePath).Count("receipts"));
    }

    [Fact]
    public async Task What_was_refused_leaves_no_receipt()
    {
        await _newsroom.Begins("summit");
        var refused = await _newsroom.Newsroom.Change("summit", open => open.Once(new Receipt("Edith", "POST /posts", "key", "body"),
            () => Task.FromResult<Result<Answer>>(new Refusal(RefusalKind.Invalid, "Not so."))), CancellationToken.None);
        Assert.NotNull(refused.Refusal);
        Assert.Equal(0, new Archive(_newsroom.DatabasePath).Count("receipts"));
    }

    public void Dispose() => _newsroom.Dispose();

    private Task<Result<Answer>> Once(Receipt? receipt) => _newsroom.Newsroom.Change("summit", open => open.Once(receipt, () =>
    {
        _done++;
        return Task.FromResult<Result<Answer>>(new Answer(201, $"{_done}", _done));
    }), CancellationToken.None);
}
