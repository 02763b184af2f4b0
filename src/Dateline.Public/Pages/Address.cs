using Dateline.Core.Posts;

namespace Dateline.Public.Pages;

/// <summary>The paths of the reader's side, as the protocol fixes them.</summary>
public static class Address
{
    public const string Index = "/";

    public static string Page(string slug) => $"/live/{slug}";

    public static string Page(string slug, int number) => $"/live/{slug}/page/{number}";

    public static string Post(string slug, PostId post) => $"/live/{slug}/posts/{post}";

    public static string Stream(string slug) => $"/live/{slug}/stream";

    public static string Changes(string slug) => $"/live/{slug}/changes";

    public static string Feed(string slug, string format) => $"/live/{slug}/feed.{format}";

    public static string Rendition(string media, int width) => $"/media/{Uri.EscapeDataString(media)}/{width}.webp";

    /// <summary>A recording, document or track as it was uploaded.</summary>
    public static string Media(string media) => $"/media/{Uri.EscapeDataString(media)}";
}
