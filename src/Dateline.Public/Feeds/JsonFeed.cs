using System.Text.Encodings.Web;
using System.Text.Json;
using Dateline.Core.Posts;
using Dateline.Public.Editions;
using Dateline.Public.Pages;
using Dateline.Public.Pages.Looks;

namespace Dateline.Public.Feeds;

/// <summary>JSON Feed, version 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(PageView view, IReadOnlyList<Entry> entries, NewsroomStyle style)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            var (slug, header) = (view.Coverage.Slug, view.Coverage.Header);
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", header.Headline);
            if (header.Standfirst is { } standfirst) json.WriteString("description", standfirst);
            json.WriteString("home_page_url", style.Root + Address.Page(slug));
            json.WriteString("feed_url", style.Root + Address.Feed(slug, "json"));
            json.WriteString("language", header.Language);
            WriteAuthors(json, [style.Name]);
            json.WriteStartArray("items");
            foreach (var entry in entries) Write(json, entry);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Entry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Url);
        json.WriteString("url", entry.Url);
        json.WriteString("title", entry.Title);
        json.WriteString("content_html", entry.Html);
        json.WriteString("date_published", Instants.Write(entry.Published));
        json.WriteString("date_modified", Instants.Write(entry.Modified));
        if (entry.Authors.Count > 0) WriteAuthors(json, entry.Authors);
        if (entry.Label is { } label)
        {
            json.WriteStartArray("tags");
            json.WriteStringValue(label);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<string> names)
    {
        json.WriteStartArray("authors");
        foreach (var name in names)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
