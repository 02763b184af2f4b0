using System.Collections.Immutable;
using System.Text.Json;
using Dateline.Core.Journal;
using Dateline.Core.Posts;
using Dateline.Public.Editions;
using Dateline.Public.Pages;
using Dateline.Public.Pages.Sections;
using Dateline.Public.Serving;

namespace Dateline.Public.Live;

/// <summary>Sets changes as frames: the articles and sections an open page needs to become what a fresh one is.</summary>
public sealed class FrameWriter(Typesetter typesetter, ArticleCase articles, EditionReader reader, TimeProvider time)
{
    /// <summary>The frames of changes, in order, without sections; void ones are bare numbers.</summary>
    public async Task<List<Frame>> Write(Edition edition, IReadOnlyList<Entry> entries, CancellationToken cancellation)
    {
        var frames = new List<Frame>(entries.Count);
        foreach (var entry in entries) frames.Add(await Write(edition, entry, cancellation));
        return frames;
    }

    /// <summary>The HTML of sections of the page as it is now.</summary>
    public async Task<ImmutableSortedDictionary<string, string>> Sections(Edition edition, IEnumerable<Section> touched)
    {
        var view = edition.Front(hasOlder: null);
        var sections = ImmutableSortedDictionary.CreateBuilder<string, string>();
        foreach (var section in touched) sections[section.Name()] = await typesetter.Section(section, view, time.GetUtcNow());
        return sections.ToImmutable();
    }

    /// <summary>The post that an open page is given to fill its twenty, as it is now; null when readers no longer have it.</summary>
    public async Task<FillFrame?> Fill(Edition edition, PostId id, CancellationToken cancellation)
    {
        var post = edition.Newest.FirstOrDefault(post => post.Id == id) ?? await reader.Post(edition, id, cancellation);
        return post is null ? null : new FillFrame(id.ToString(), post.Revision, post.Sort.ToString(), await Article(edition, post));
    }

    private async Task<Frame> Write(Edition edition, Entry entry, CancellationToken cancellation)
    {
        var fill = entry.Change.Fill is { } id ? await Fill(edition, id, cancellation) : null;
        return entry.Change switch
        {
            Upsert(var post) => await OfPost("upsert", entry.Seq, post),
            Withdraw(var post) => await OfPost("withdraw", entry.Seq, post),
            Remove(var target) => new Frame { Seq = entry.Seq, Op = "remove", Target = target.ToString(), Fill = fill },
            Pinned(var target) => new Frame { Seq = entry.Seq, Op = "pin", Target = target?.ToString() },
            SummaryChanged => new Frame { Seq = entry.Seq, Op = "summary", Target = edition.Slug },
            StatusChanged(var status) => new Frame { Seq = entry.Seq, Op = "status", Target = edition.Slug, Status = JsonNamingPolicy.CamelCase.ConvertName(status.Kind.ToString()) },
            HeaderChanged => new Frame { Seq = entry.Seq, Op = "header", Target = edition.Slug },
            Superseded(var target) => new Frame { Seq = entry.Seq, Op = "void", Target = target?.ToString() ?? edition.Slug, Fill = fill },
            _ => throw new InvalidOperationException($"{entry.Change.GetType().Name} has no frame."),
        };

        async Task<Frame> OfPost(string op, long seq, PublicPost post) => new()
        {
            Seq = seq,
            Op = op,
            Target = post.Id.ToString(),
            Revision = post.Revision,
            Sort = post.Sort.ToString(),
            Breaking = op == "upsert" ? post.Breaking : null,
            KeyEvent = op == "upsert" ? post.KeyEvent : null,
            Html = await Article(edition, post),
            Fill = fill,
        };
    }

    private ValueTask<string> Article(Edition edition, PublicPost post) => articles.Article(post, edition.Coverage, edition.Epoch);
}
