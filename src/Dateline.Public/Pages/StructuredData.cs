using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Core.Times;
using Dateline.Public.Editions;
using Dateline.Public.Pages.Looks;

namespace Dateline.Public.Pages;

/// <summary>What a page says of itself to search engines (schema.org, JSON-LD): true for each post that is on it, and silent about what was withdrawn.</summary>
/// <remarks>The encoder writes &lt;, &gt; and &amp; as escapes whatever it is given, so the text cannot end the element it stands in.</remarks>
public static class StructuredData
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A live page as a LiveBlogPosting.</summary>
    public static string Of(PageView view, Setting setting) => Write(json =>
    {
        var (coverage, style) = (view.Coverage, setting.Style);
        var posts = view.Posts.Where(post => post.Withdrawn is null).ToList();
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "LiveBlogPosting");
        json.WriteString("@id", style.Root + Address.Page(coverage.Slug));
        json.WriteString("url", style.Root + Address.Page(coverage.Slug));
        json.WriteString("headline", coverage.Header.Headline);
        if (coverage.Header.Standfirst is { } standfirst) json.WriteString("description", standfirst);
        json.WriteString("inLanguage", coverage.Header.Language);
        WriteSpan(json, view);
        if (posts.Count > 0) json.WriteString("dateModified", Instants.Write(posts.Max(Modified)));
        WriteNewsroom(json, "publisher", style);
        WriteNewsroom(json, "author", style);
        json.WriteStartArray("liveBlogUpdate");
        foreach (var post in posts)
        {
            json.WriteStartObject();
            WritePost(json, post, coverage, setting);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>One post as a BlogPosting, part of its live page.</summary>
    public static string Of(PublicPost post, PublicCoverage coverage, Setting setting) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        WritePost(json, post, coverage, setting);
        json.WriteString("inLanguage", coverage.Header.Language);
        WriteNewsroom(json, "publisher", setting.Style);
        json.WriteStartObject("isPartOf");
        json.WriteString("@type", "LiveBlogPosting");
        json.WriteString("@id", setting.Style.Root + Address.Page(coverage.Slug));
        json.WriteString("headline", coverage.Header.Headline);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    // Coverage began when the page went live or with its first post, whichever came first.
    private static void WriteSpan(Utf8JsonWriter json, PageView view)
    {
        var status = view.Coverage.Status;
        var began = status.Kind == CoverageStatus.Live && !(view.BeganAt < status.Since) ? status.Since : view.BeganAt;
        if (began is { } start)
        {
            json.WriteString("coverageStartTime", Instants.Write(start));
            json.WriteString("datePublished", Instants.Write(start));
        }
        if (status.Kind == CoverageStatus.Closed) json.WriteString("coverageEndTime", Instants.Write(status.Since));
    }

    private static void WritePost(Utf8JsonWriter json, PublicPost post, PublicCoverage coverage, Setting setting)
    {
        var url = setting.Style.Root + Address.Post(coverage.Slug, post.Id);
        json.WriteString("@type", "BlogPosting");
        json.WriteString("@id", url);
        json.WriteString("url", url);
        json.WriteString("headline", post.Headline ?? PlainText.Opening(post));
        json.WriteString("datePublished", post.Time.Known ? Instants.Write(post.Time.At) : Almanac.Iso(setting.Almanac.Day(post.Time)));
        json.WriteString("dateModified", Instants.Write(Modified(post)));
        if (post.Bylines.Count == 0) WriteNewsroom(json, "author", setting.Style);
        else WriteBylines(json, post);
        json.WriteString("articleBody", PlainText.Of(post));
        if (post.Corrections.Count == 0) return;
        json.WriteStartArray("correction");
        foreach (var correction in post.Corrections)
        {
            json.WriteStartObject();
            json.WriteString("@type", "CorrectionComment");
            json.WriteString("text", correction.Note);
            json.WriteString("datePublished", Instants.Write(correction.At));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteBylines(Utf8JsonWriter json, PublicPost post)
    {
        json.WriteStartArray("author");
        foreach (var byline in post.Bylines)
        {
            json.WriteStartObject();
            json.WriteString("@type", byline.Kind == BylineKind.Team ? "Organization" : "Person");
            json.WriteString("name", byline.Name);
            if (byline.Role is { } role && byline.Kind == BylineKind.Person) json.WriteString("jobTitle", role);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteNewsroom(Utf8JsonWriter json, string role, NewsroomStyle style)
    {
        json.WriteStartObject(role);
        json.WriteString("@type", "NewsMediaOrganization");
        json.WriteString("name", style.Name);
        json.WriteString("url", style.Root + Address.Index);
        if (style.LogoUrl is { } logo) json.WriteString("logo", style.Root + logo);
        json.WriteEndObject();
    }

    private static DateTimeOffset Modified(PublicPost post) => post.UpdatedAt ?? post.FirstPublishedAt;

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Writing)) write(json);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
