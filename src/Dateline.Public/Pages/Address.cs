using Dateline.Core.Media;
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

    public static string Rendition(Rendition rendition) => $"/media/{rendition.Hash}/{rendition.File}";

    /// <summary>The same for whoever is signed in at the desk, published or not.</summary>
    public static string DeskRendition(Rendition rendition) => $"/api/v1/media/{rendition.Hash}/{rendition.File}";

    /// <summary>A document.</summary>
    public static string Document(DocumentName document) => $"/media/{document.Hash}/{DocumentName.File}";

    /// <summary>The same for whoever is signed in at the desk, published or not.</summary>
    public static string DeskDocument(DocumentName document) => $"/api/v1/media/{document.Hash}/{DocumentName.File}";

    /// <summary>A file of a recording.</summary>
    public static string Recording(string hash, string file) => $"/media/{hash}/{file}";

    /// <summary>The same for whoever is signed in at the desk, published or not.</summary>
    public static string DeskRecording(string hash, string file) => $"/api/v1/media/{hash}/{file}";
}
