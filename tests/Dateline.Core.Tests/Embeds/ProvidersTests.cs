using System.Text.Json.Nodes;
using CsCheck;
using Dateline.Core.Embeds;
using Xunit;

namespace Dateline.Core.Tests.Embeds;

public sealed class ProvidersTests
{
    private static readonly JsonArray Addresses = JsonNode.Parse(Tree.Read("spec/fixtures/embeds/addresses.json"))!.AsArray();

    public static TheoryData<string, string?, string?> Known
    {
        get
        {
            var rows = new TheoryData<string, string?, string?>();
            foreach (var row in Addresses) rows.Add((string)row!["url"]!, (string?)row["provider"], (string?)row["player"]);
            return rows;
        }
    }

    [Theory, MemberData(nameof(Known))]
    public void An_address_is_known_by_its_form_and_its_player_follows_from_it(string url, string? provider, string? player)
    {
        Assert.Equal(provider, Providers.Of(url)?.Name);
        Assert.Equal(player, Providers.PlayerOf(url)?.Address);
    }

    [Fact]
    public void Every_provider_and_every_player_is_among_the_fixtures()
    {
        var known = Addresses.Select(row => (string?)row!["provider"]).ToHashSet();
        Assert.All(Providers.All, provider => Assert.Contains(provider.Name, known));
        var players = Addresses.Where(row => row!["player"] is not null).Select(row => (string?)row!["provider"]).ToHashSet();
        Assert.All(Providers.All.Where(provider => provider.Frame is not null), provider => Assert.Contains(provider.Name, players));
    }

    [Fact]
    public void A_player_comes_from_an_origin_that_the_pages_policy_names()
    {
        Assert.All(Addresses.Select(row => (string?)row!["player"]).OfType<string>(), player => Assert.Contains(new Uri(player).GetLeftPart(UriPartial.Authority), Providers.Frames));
        Assert.All(Providers.Frames, frame => Assert.Equal(frame, new Uri(frame).GetLeftPart(UriPartial.Authority)));
        Assert.All(Providers.Frames, frame => Assert.StartsWith("https://", frame, StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_is_put_behind_a_known_address_stays_out_of_its_players_address() =>
        Gen.Select(Gen.Int[0, Addresses.Count - 1].Select(i => (string)Addresses[i]!["url"]!), Gen.String).Sample((url, rest) =>
        {
            if (Providers.PlayerOf(url + rest) is not { } player) return;
            Assert.Contains(new Uri(player.Address).GetLeftPart(UriPartial.Authority), Providers.Frames);
            Assert.DoesNotContain(player.Address, character => character is '"' or '<' or '>' or ' ' or '\'' or > '~');
        });
}
