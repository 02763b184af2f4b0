using System.Text.Encodings.Web;
using System.Text.Unicode;
using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Public.Editions;
using Dateline.Public.Offprints;
using Dateline.Public.Pages.Articles;
using Dateline.Public.Pages.Blocks;
using Dateline.Public.Pages.Looks;
using Dateline.Public.Pages.Sections;
using Dateline.Public.Pages.Sheets;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dateline.Public.Pages;

/// <summary>Sets pages and their pieces as HTML. What it answers depends on its arguments alone, so a piece is set once and sent to everyone.</summary>
/// <remarks>Safe to share between threads: each rendering has a renderer of its own, as a renderer keeps what it rendered until it goes.</remarks>
public sealed class Typesetter
{
    // Every script's letters as they are: the default would write Arabic as entities, five times its size.
    private static readonly IServiceProvider Services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    private readonly NewsroomStyle _style;
    private readonly Look _look;
    private readonly Look _blockLook;
    private readonly Offprint? _offprint;

    /// <param name="offprint">Where a page stands that becomes a file; null for what a server answers.</param>
    public Typesetter(NewsroomStyle style, PageAssets assets, Offprint? offprint = null)
    {
        if (offprint is not null) assets = assets.In(offprint);
        _offprint = offprint;
        if (style.Problems() is { Count: > 0 } problems) throw new ArgumentException(string.Join(" ", problems), nameof(style));
        (_style, _look) = (style, new Look(assets, new Stylesheet(style, assets)));
        _blockLook = new Look(assets, new Stylesheet(style, assets, Sheets.BlockSheet.Styles));
        ContentSecurityPolicy = SecurityPolicy.For(_look.Stylesheet);
        BlockSheetPolicy = SecurityPolicy.For(_blockLook.Stylesheet);
    }

    /// <summary>Goes with every page as a header.</summary>
    public string ContentSecurityPolicy { get; }

    /// <summary>Goes with the sheet for a block, which has a stylesheet of its own.</summary>
    public string BlockSheetPolicy { get; }

    /// <summary>A post's article: the same in frames, on pages and at its own address.</summary>
    public ValueTask<string> Article(PublicPost post, PublicCoverage coverage, ArticlePlace place, DateTimeOffset now) =>
        Set<ArticleView>(Setting.For(_style, coverage, now, _offprint), new() { ["Post"] = post, ["Slug"] = coverage.Slug, ["Place"] = place });

    /// <summary>What stands inside a section of the page.</summary>
    public ValueTask<string> Section(Section section, PageView view, DateTimeOffset now)
    {
        var (coverage, setting) = (view.Coverage, Setting.For(_style, view.Coverage, now, _offprint));
        return section switch
        {
            Sections.Section.Header => Set<HeaderSection>(setting, new() { ["Header"] = coverage.Header }),
            Sections.Section.Status => Set<StatusSection>(setting, new() { ["Status"] = coverage.Status }),
            Sections.Section.Summary => Set<SummarySection>(setting, new() { ["Summary"] = coverage.Summary }),
            Sections.Section.Pinned => Set<PinnedSection>(setting, new() { ["Post"] = view.Pinned, ["Slug"] = coverage.Slug }),
            Sections.Section.KeyEvents => Set<KeyEventsSection>(setting, new() { ["Events"] = view.KeyEvents, ["Slug"] = coverage.Slug }),
            _ => throw new ArgumentOutOfRangeException(nameof(section)),
        };
    }

    /// <summary>A live page, or one of its pages of older posts.</summary>
    /// <param name="articles">The articles of the view's posts, in the same order.</param>
    public ValueTask<string> Page(PageView view, IReadOnlyList<string> articles, DateTimeOffset now)
    {
        if (articles.Count != view.Posts.Count) throw new ArgumentException("A page needs an article for each of its posts.", nameof(articles));
        return Set<LiveSheet>(Setting.For(_style, view.Coverage, now, _offprint), Sheet(new() { ["View"] = view, ["Articles"] = articles }));
    }

    /// <summary>One post at its own address; for a withdrawn one, its notice.</summary>
    public async ValueTask<string> Permalink(PublicPost post, PublicCoverage coverage, DateTimeOffset now)
    {
        var article = await Article(post, coverage, ArticlePlace.Stream, now);
        return await Set<PostSheet>(Setting.For(_style, coverage, now, _offprint), Sheet(new() { ["Post"] = post, ["Coverage"] = coverage, ["Article"] = article }));
    }

    /// <summary>A draft as it would stand at its own address, for the desk.</summary>
    public async ValueTask<string> Preview(PublicPost post, PublicCoverage coverage, DateTimeOffset now)
    {
        var setting = Setting.ForPreview(_style, coverage, now);
        var article = await Set<ArticleView>(setting, new() { ["Post"] = post, ["Slug"] = coverage.Slug, ["Place"] = ArticlePlace.Stream });
        return await Set<PostSheet>(setting, Sheet(new() { ["Post"] = post, ["Coverage"] = coverage, ["Article"] = article }));
    }

    /// <summary>A block that is being written, for the desk.</summary>
    public ValueTask<string> Block(Block block, PublicCoverage coverage, DateTimeOffset now) =>
        Set<BlockView>(Setting.ForPreview(_style, coverage, now), new() { ["Block"] = block });

    /// <summary>The sheet that such a block is put on.</summary>
    public ValueTask<string> BlockSheet(PublicCoverage coverage, DateTimeOffset now) =>
        Set<BlockSheet>(Setting.ForPreview(_style, coverage, now), new() { ["Coverage"] = coverage, ["Look"] = _blockLook });

    /// <summary>What a page says of a chart when its writer does not.</summary>
    public string InWords(Chart chart, PublicCoverage coverage) => Blocks.Charts.InWords.Of(chart, Setting.For(_style, coverage, DateTimeOffset.UnixEpoch));

    /// <summary>The list of live pages.</summary>
    public ValueTask<string> Index(IReadOnlyList<Listing> listings, DateTimeOffset now) =>
        Set<IndexSheet>(Setting.For(_style, now, _offprint), Sheet(new() { ["Listings"] = listings }));

    /// <summary>The answer to an address where nothing is.</summary>
    public ValueTask<string> NotFound(DateTimeOffset now) => Set<NotFoundSheet>(Setting.For(_style, now, _offprint), Sheet([]));

    /// <summary>When the page would be set differently though nothing was published: breaking news cools, a point is no longer new, tomorrow comes. Null when there is no such instant after now.</summary>
    public DateTimeOffset? StaleAt(PageView view, DateTimeOffset now) => Staleness.StaleAt(view, _style, now);

    /// <summary>The same for the list of live pages.</summary>
    public DateTimeOffset? StaleAt(IReadOnlyList<Listing> listings, DateTimeOffset now) => Staleness.StaleAt(listings, _style, now);

    /// <summary>The same for one article.</summary>
    public DateTimeOffset? StaleAt(PublicPost post, DateTimeOffset now) => Staleness.StaleAt(post, _style, now);

    /// <summary>A post's blocks alone, with whole addresses, for feeds.</summary>
    public ValueTask<string> Body(PublicPost post, PublicCoverage coverage, DateTimeOffset now) =>
        Set<BodyView>(Setting.ForFeed(_style, coverage, now, _offprint), new() { ["Post"] = post });

    private Dictionary<string, object?> Sheet(Dictionary<string, object?> parameters)
    {
        parameters["Look"] = _look;
        return parameters;
    }

    private static async ValueTask<string> Set<T>(Setting setting, Dictionary<string, object?> parameters) where T : IComponent
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = ParameterView.FromDictionary(new Dictionary<string, object?> { ["In"] = setting, ["Piece"] = typeof(T), ["With"] = parameters });
            return (await renderer.RenderComponentAsync<Galley>(root)).ToHtmlString();
        });
    }
}
