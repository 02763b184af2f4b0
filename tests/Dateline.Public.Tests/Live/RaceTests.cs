using System.Data.Common;
using Dateline.Public.Serving;
using Dateline.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit;

namespace Dateline.Public.Tests.Live;

/// <summary>What happens between two steps of one answer.</summary>
public sealed class RaceTests
{
    [Fact]
    public async Task A_post_withdrawn_while_its_own_page_is_being_made_is_not_kept_as_it_was()
    {
        using var newsroom = new TestNewsroom();
        await newsroom.Begins("storm");
        var post = await newsroom.Publishes("storm", "One dead");
        var meanwhile = new Meanwhile();
        using var room = new PublicRoom(newsroom, meanwhile);
        await room.Live("storm");
        meanwhile.Then = async () =>
        {
            await newsroom.Withdraws("storm", post.Id, "Nobody died.");
            await room.Looks();
        };

        await PublicRoom.Answer(context => room.Get<PageRoutes>().Post(context, "storm", post.Id.ToString()));
        Assert.Null(meanwhile.Then);
        var (status, body) = await PublicRoom.Answer(context => room.Get<PageRoutes>().Post(context, "storm", post.Id.ToString()));
        Assert.Equal(StatusCodes.Status410Gone, status);
        Assert.DoesNotContain("One dead", body, StringComparison.Ordinal);
    }

    /// <summary>Does something after the next look for a post, before what was found is used.</summary>
    private sealed class Meanwhile : DbCommandInterceptor
    {
        public Func<Task>? Then { get; set; }

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            if (Then is not { } then || !command.CommandText.Contains("post_id", StringComparison.Ordinal)) return result;
            Then = null;
            await then();
            return result;
        }
    }
}
