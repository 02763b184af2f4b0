using System.Text.RegularExpressions;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Core.Tests.Blocks;
using Xunit;

namespace Dateline.Core.Tests.Samples;

public partial class SampleTests
{
    public static TheoryData<string> Names => [.. Sample.Names];

    [Theory, MemberData(nameof(Names))]
    public void A_sample_is_named_for_its_page(string name) => Assert.Equal(name, (string?)Sample.Read(name).Coverage["slug"]);

    [Theory, MemberData(nameof(Names))]
    public void Every_post_of_a_sample_can_be_published(string name)
    {
        var sample = Sample.Read(name);

        Assert.All([.. sample.Already, .. sample.Then.Where(step => step.ContainsKey("post"))],
            entry => Assert.Empty(Sample.Content(entry).Check(toPublish: true)));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_sample_plays_from_beginning_to_end(string name)
    {
        var sample = Sample.Read(name);

        Assert.Equal(sample.Published.Count, new Newsroom(sample).Posts.Count);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_posts_already_there_stand_oldest_first(string name)
    {
        var minutes = Sample.Read(name).Already.Select(post => (int)post["minutesAgo"]!).ToList();

        Assert.Equal(minutes.OrderDescending(), minutes);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_headline_fits_on_a_phone(string name) =>
        Assert.All(Sample.Read(name).Published, entry => Assert.True((Sample.Content(entry).Headline?.Length ?? 0) <= 80, Sample.Content(entry).Headline));

    [Fact]
    public void Every_post_has_an_id_of_its_own_that_tells_its_age()
    {
        var ids = Sample.Names.SelectMany(name => Sample.Read(name).Published).Select(Sample.Id).ToList();

        Assert.Distinct(ids);
        Assert.All(ids, id => Assert.Equal(7, id.Value.Version));
    }

    [Fact]
    public void The_main_sample_shows_every_kind_of_block()
    {
        var shown = Sample.Read(Sample.Main).Published.SelectMany(entry => Sample.Content(entry).Blocks).Select(block => block.GetType()).Distinct();

        Assert.Equal(BlockFixtures.Kinds.Values.OrderBy(kind => kind.Name), shown.OrderBy(kind => kind.Name));
    }

    [Fact]
    public void The_main_sample_shows_all_that_can_become_of_a_post()
    {
        var newsroom = new Newsroom(Sample.Read(Sample.Main));

        Assert.Contains(newsroom.Posts, post => post.State == PostState.Withdrawn);
        Assert.Contains(newsroom.Posts, post => post.State == PostState.TakenDown);
        Assert.Contains(newsroom.Posts, post => post.Corrections.Count > 0);
        Assert.Contains(newsroom.Posts, post => post.Publication!.Revision > 1 && post.UpdatedAt is null);
        Assert.Contains(newsroom.Posts, post => post.Breaking is not null);
        Assert.Contains(newsroom.Posts, post => post.KeyEvent is not null);
        Assert.NotNull(newsroom.Coverage.Pin);
        Assert.Equal(CoverageStatus.Live, newsroom.Coverage.Status.Kind);
    }

    [Fact]
    public void Something_arrives_every_ten_to_twenty_seconds() =>
        Assert.All(Sample.Read(Sample.Main).Then, step => Assert.InRange((int)step["afterSeconds"]!, 10, 20));

    [Fact]
    public void A_link_inside_leads_to_a_page_or_post_of_the_samples()
    {
        string[] known = [.. Sample.Names.SelectMany(name => (string[])[$"/live/{name}", .. Sample.Read(name).Published.Select(post => $"/live/{name}/posts/{Sample.Id(post)}")])];

        Assert.All(Addresses().Where(address => address.StartsWith('/')), address => Assert.Contains(address, known));
    }

    [Fact]
    public void A_link_outside_leads_to_nobody() =>
        Assert.All(Addresses().Where(address => !address.StartsWith('/')), address => Assert.Matches(@"^(https://|mailto:).*\bexample\.(org|com)\b", address));

    private static IEnumerable<string> Addresses() => Directory.GetFiles(Tree.Folder("samples"), "*.json")
        .SelectMany(file => Address().Matches(File.ReadAllText(file)))
        .Select(found => found.Groups["address"].Value);

    [GeneratedRegex("""
        "(href|url|sourceUrl)": "(?<address>[^"]+)"
        """)]
    private static partial Regex Address();
}
