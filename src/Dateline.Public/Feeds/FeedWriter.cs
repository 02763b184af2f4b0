using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Dateline.Public.Editions;
using Dateline.Public.Pages;
using Dateline.Public.Pages.Looks;
using Dateline.Public.Pages.Wording;

namespace Dateline.Public.Feeds;

/// <summary>A live page's newest posts as RSS, Atom and JSON Feed, each post whole and every address absolute.</summary>
/// <remarks>A withdrawn post stays as its notice under the same id, so that readers that kept a copy replace it.</remarks>
public sealed class FeedWriter(Typesetter typesetter, NewsroomStyle style)
{
    public async ValueTask<byte[]> Rss(PageView view, DateTimeOffset now) =>
        Write((await Feed(view, "rss", now)).GetRss20Formatter(serializeExtensionsAsAtom: true).WriteTo);

    public async ValueTask<byte[]> Atom(PageView view, DateTimeOffset now) =>
        Write((await Feed(view, "atom", now)).GetAtom10Formatter().WriteTo);

    public async ValueTask<byte[]> Json(PageView view, DateTimeOffset now) => JsonFeed.Write(view, await Entries(view, now), style);

    private async ValueTask<SyndicationFeed> Feed(PageView view, string format, DateTimeOffset now)
    {
        var (slug, header) = (view.Coverage.Slug, view.Coverage.Header);
        var page = new Uri(style.Root + Address.Page(slug));
        var entries = await Entries(view, now);
        var feed = new SyndicationFeed(header.Headline, header.Standfirst ?? header.Headline, page, page.AbsoluteUri, Entry.Newest(view))
        {
            Language = header.Language,
            Generator = "Dateline",
            Items = entries.Select(Item),
        };
        feed.Authors.Add(new SyndicationPerson { Name = style.Name });
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(style.Root + Address.Feed(slug, format))));
        return feed;
    }

    private static SyndicationItem Item(Entry entry)
    {
        var item = new SyndicationItem(entry.Title, SyndicationContent.CreateHtmlContent(entry.Html), new Uri(entry.Url), entry.Url, entry.Modified)
        {
            PublishDate = entry.Published,
        };
        foreach (var name in entry.Authors) item.Authors.Add(new SyndicationPerson { Name = name });
        if (entry.Label is { } label) item.Categories.Add(new SyndicationCategory(label));
        return item;
    }

    private async ValueTask<IReadOnlyList<Entry>> Entries(PageView view, DateTimeOffset now)
    {
        var words = Words.In(view.Coverage.Header.Language);
        var entries = new List<Entry>();
        foreach (var post in view.Posts) entries.Add(new Entry(view.Coverage, post, await typesetter.Body(post, view.Coverage, now), words, style));
        return entries;
    }

    private static byte[] Write(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) })) write(xml);
        return bytes.ToArray();
    }
}
