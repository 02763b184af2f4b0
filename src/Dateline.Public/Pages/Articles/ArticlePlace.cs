namespace Dateline.Public.Pages.Articles;

/// <summary>Where an article stands.</summary>
public enum ArticlePlace
{
    /// <summary>In the stream of posts, or alone at its own address: the same article in both.</summary>
    Stream,

    /// <summary>At the top of the page, while it may stand in the stream as well: its ids are others, and no change is applied to it.</summary>
    Pinned,
}
