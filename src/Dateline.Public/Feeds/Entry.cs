using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Public.Editions;
using Dateline.Public.Pages;
using Dateline.Public.Pages.Looks;
using Dateline.Public.Pages.Wording;

namespace Dateline.Public.Feeds;

/// <summary>A post as a feed carries it.</summary>
internal sealed class Entry(PublicCoverage coverage, PublicPost post, string html, Words words, NewsroomStyle style)
{
    public string Url { get; } = style.Root + Address.Post(coverage.Slug, post.Id);

    // Feed readers show a list of titles, so a post without a headline goes by its first words.
    public string Title { get; } = post.Withdrawn is not null ? words.Withdrawn : post.Headline ?? PlainText.Opening(post);

    public string Html { get; } = html;

    public DateTimeOffset Published { get; } = post.Time.At;

    public DateTimeOffset Modified { get; } = ModifiedAt(post);

    public IReadOnlyList<string> Authors { get; } = [.. post.Bylines.Select(byline => byline.Name).OfType<string>()];

    public string? Label { get; } = post.Label is { } label ? words.Say(label, style.Labels) : null;

    /// <summary>When the newest of a page's posts changed; for a page without posts, when it came to stand as it does.</summary>
    public static DateTimeOffset Newest(PageView view) => view.Posts.Count == 0 ? view.Coverage.Status.Since : view.Posts.Max(ModifiedAt);

    private static DateTimeOffset ModifiedAt(PublicPost post) => post.Withdrawn?.At ?? post.UpdatedAt ?? post.FirstPublishedAt;
}
