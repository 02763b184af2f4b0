using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Public.Editions;
using Dateline.Public.Pages;
using Dateline.Public.Pages.Articles;
using Dateline.Testing;

namespace Dateline.Public.Tests.Pages;

/// <summary>A page of every sort, whole: what the checkers of HTML and accessibility are shown, and what can be looked at.</summary>
internal static class WholePages
{
    public static async Task<Dictionary<string, string>> All() => new()
    {
        ["live"] = await Live(Rich()),
        ["closed"] = await Live(Rich() with { Coverage = Closed() }),
        ["older"] = await Live(Rich() with { Number = 2, Older = 1, Newer = 3 }),
        ["empty"] = await Live(Sample.View() with { Coverage = Upcoming() }),
        ["blocks"] = await Live(Sample.View(EveryBlock.Kinds.Select((block, i) => Sample.Post(100 + i, i, block.GetType().Name, block)).ToArray())),
        ["charts"] = await Live(Sample.View([.. EveryChart.Kinds.Concat(EveryChart.Large).Select((chart, i) => Sample.Post(300 + i, i, chart.Type.ToString(), chart))])),
        ["charts-arabic"] = await Live(Arabic.View() with { Posts = [.. EveryChart.Kinds.Select((chart, i) => Sample.Post(300 + i, i, chart.Type.ToString(), chart))], KeyEvents = [] }),
        ["arabic"] = await Live(Arabic.View()),
        ["post"] = await Sample.Typesetter().Permalink(Rich().Posts[1], Sample.Coverage, Sample.Now),
        ["withdrawn"] = await Sample.Typesetter().Permalink(Rich().Posts.Single(post => post.Withdrawn is not null), Sample.Coverage, Sample.Now),
        ["index"] = await Sample.Typesetter().Index([Listing(Closed() with { Slug = "merrow-warning" }), Listing(Sample.Coverage), Listing(Arabic.Coverage)], Sample.Now),
        ["not-found"] = await Sample.Typesetter().NotFound(Sample.Now),
        ["text"] = await Live(Sample.View(Enumerable.Range(0, 20).Select(Plain).ToArray()) with { Older = 3 }),
    };

    public static async Task<string> Live(PageView view)
    {
        var typesetter = Sample.Typesetter();
        var articles = new List<string>();
        foreach (var post in view.Posts) articles.Add(await typesetter.Article(post, view.Coverage, ArticlePlace.Stream, Sample.Now));
        return await typesetter.Page(view, articles, Sample.Now);
    }

    private static PublicCoverage Closed() => Sample.Coverage with
    {
        Status = new Status(CoverageStatus.Closed, Sample.Now, "Thank you for following.", Sample.Now.AddHours(10)),
    };

    private static PublicCoverage Upcoming() => Sample.Coverage with
    {
        Status = new Status(CoverageStatus.Upcoming, Sample.Now, ResumesAt: Sample.Now.AddDays(3)),
        Summary = Summary.None,
    };

    private static Listing Listing(PublicCoverage coverage) =>
        new(coverage, [.. Rich().Posts.Take(3).Select(post => new Teaser(post.Id, post.Time, post.Headline))]);

    // Twenty different posts of about a hundred words, so that compression has no easier work than on a real page.
    private static PublicPost Plain(int number)
    {
        string[] words = [.. WordsOf(number).Take(100)];
        var post = Sample.Post(200 + number, number * 7, $"{string.Join(' ', words[..9])}", Sample.Says(string.Join(' ', words[10..45]) + "."), Sample.Says(string.Join(' ', words[45..]) + "."));
        return post with { Bylines = [new Byline { Name = $"Reporter {words[3]}", Role = "Correspondent" }] };
    }

    private static IEnumerable<string> WordsOf(int seed)
    {
        const string syllables = "barriertidewatergateharbourmasterenginepumpstreetschoolnightwindforecastcouncilbridgerailhospitalvolunteer";
        for (var i = 0; ; i++)
        {
            var at = (seed * 7919 + i * 104_729) % (syllables.Length - 9);
            yield return syllables.Substring(at, 3 + (seed + i * 31) % 6);
        }
    }

    private static PageView Rich()
    {
        var breaking = Sample.Post(1, 4, "Second pump fails in the Lower Town; people on Quay Street told to go upstairs",
            Sample.Says("The council has told everyone living on Quay Street and the two lanes behind it to move to an upper floor."),
            Sample.Says("Crews are bringing a mobile pump from the airfield. It is expected within forty minutes."))
        with
        { BreakingSince = Sample.Now.AddMinutes(-4), KeyEvent = true };
        var analysis = Sample.Post(2, 19, "Nine centimetres is not luck, it is arithmetic",
            Sample.Says("The gates were built one metre higher than the worst tide anyone had measured. That margin has been spent, a few millimetres each year, by a sea that rises and a town that sinks."),
            EveryBlock.Kinds.OfType<Quote>().First(),
            Sample.Says("The next raise, if it is agreed, takes eleven years to build."))
        with
        { Label = new Label("analysis"), Bylines = [new Byline { Name = "Ruth Okafor", Role = "Science editor", Location = "Port Merrow" }], UpdatedAt = Sample.Now.AddMinutes(-2) };
        var picture = Sample.Post(3, 34, "In pictures: bread by boat", EveryBlock.Kinds.OfType<Image>().First(), Sample.Says("The bakery on Chapel Lane reached the school at half past eight."))
        with
        { Bylines = [new Byline { Name = "Ines Varga", Role = "Photographer" }, new Byline { Name = "Tom Leight", Role = "Reporter", Organisation = "Radio Merrow" }] };
        var chart = Sample.Post(4, 58, "How tonight compares", EveryBlock.Kinds.OfType<Chart>().First()) with { KeyEvent = true };
        var bare = Sample.Post(5, 76, null, Sample.Says("The harbour office gives high water as 5.31 metres, reached at 18:02."));
        var withdrawn = Sample.Post(6, 90, null) with { Blocks = [], Withdrawn = new Notice(Sample.Now.AddMinutes(-80), "It named a street that was not evacuated. Nobody was hurt there.") };
        var corrected = Sample.Post(7, 130, "Gates closed an hour early", Sample.Says("All six gates were shut by 14:20, the harbour master says."))
        with
        { KeyEvent = true, Corrections = [new Correction(Sample.Now.AddMinutes(-100), "An earlier version said that five of the gates were shut.")] };
        var cooled = Sample.Post(8, 200, "Red warning for the whole coast", Sample.Says("The forecast office has raised its warning to red, its highest."), EveryBlock.Kinds.OfType<ListBlock>().First())
        with
        { BreakingSince = Sample.Now.AddMinutes(-200), Label = new Label("watch") };
        var check = Sample.Post(9, 22 * 60, "The wave in the video is seven years old", EveryBlock.Kinds.OfType<Verification>().First()) with { Label = new Label("courier-check", "Courier Check") };
        var dayOnly = Sample.Post(10, 23 * 60, "What to take with you", EveryBlock.Kinds.OfType<ListBlock>().Last()) with { Time = new ShownTime(Sample.Now.AddHours(-23), Known: false) };
        PublicPost[] posts = [breaking, analysis, picture, chart, bare, withdrawn, corrected, cooled, check, dayOnly];
        return Sample.View(posts) with
        {
            Pinned = corrected,
            KeyEvents = [.. posts.Where(post => post.KeyEvent).Append(check).Select(post => new KeyEvent(post.Id, post.Time, post.Headline!))],
            Older = 4,
        };
    }
}
