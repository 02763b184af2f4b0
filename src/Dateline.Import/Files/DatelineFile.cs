using System.Text.Encodings.Web;
using System.Text.Json;
using Dateline.Core.Files;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Import.Assembly;

namespace Dateline.Import.Files;

/// <summary>Our own export: a live page as one JSON file, read back exactly as it was written.</summary>
public static class DatelineFile
{
    private static readonly FileJson Json = new(new JsonSerializerOptions(FileJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes the file, post by post: memory does not grow with the page. Warnings are not part of it.</summary>
    public static void Write(Manuscript manuscript, Stream file)
    {
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("dateline", FileDocument.Form);
        json.WritePropertyName("coverage");
        JsonSerializer.Serialize(json, FileCoverage.Of(manuscript), Json.FileCoverage);
        json.WriteStartArray("posts");
        foreach (var post in manuscript.Posts)
        {
            JsonSerializer.Serialize(json, FilePost.Of(post, post.Id == manuscript.Pinned), Json.FilePost);
            if (json.BytesPending > 32 * 1024) json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        file.WriteByte((byte)'\n');
    }

    internal static Result<Manuscript> Read(string text, ImportOptions options)
    {
        if (!Parsed(text).Try(out var document, out var refusal)) return refusal;
        if (document.Dateline > FileDocument.Form) return Refused("dateline", "This file was written by a newer Dateline; import it there, or upgrade this one.");
        if (document.Dateline != FileDocument.Form || document.Coverage is null) return NotOurs;
        var manuscript = document.Coverage.ToManuscript();
        manuscript = manuscript with { Slug = options.Slug ?? manuscript.Slug ?? options.SlugOtherwise, Headline = options.Headline ?? manuscript.Headline };
        if (CoverageRules.Check(manuscript) is { Count: > 0 } problems) return Pathed(problems[0]);
        return WithPosts(manuscript, document.Posts ?? []);
    }

    private static Result<Manuscript> WithPosts(Manuscript manuscript, ValueList<FilePost> filed)
    {
        var posts = new PublicPost[filed.Count];
        var ids = new HashSet<PostId>();
        PostId? pinned = null;
        for (var i = 0; i < filed.Count; i++)
        {
            if (!filed[i].Read($"posts[{i}]", i, filed.Count).Try(out var post, out var refusal)) return Pathed(refusal.Problems[0]);
            if (!ids.Add(post.Id)) return Refused($"posts[{i}].id", "Another post in this file has the same id.");
            if (filed[i].Pinned == true)
            {
                if (pinned is not null) return Refused($"posts[{i}].pinned", "Another post in this file is pinned already; only one can be.");
                pinned = post.Id;
            }
            posts[i] = post;
        }
        return manuscript with { Posts = [.. posts], Pinned = pinned };
    }

    private static Result<FileDocument> Parsed(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Json.FileDocument) is { } document ? document : NotOurs;
        }
        catch (JsonException problem)
        {
            return JsonSentence.IsBroken(problem)
                ? Refused("", $"This file is not JSON as it should be from line {problem.LineNumber + 1:N0} on; it may have been cut off.")
                : Refused(JsonSentence.PathOf(problem), JsonSentence.Of(problem));
        }
    }

    private static Refusal NotOurs => Refused("", "This JSON is not an export of Dateline; such a file begins with \"dateline\": 1.");

    private static Refusal Refused(string path, string sentence) => Pathed(new Problem(path, sentence));

    private static Refusal Pathed(Problem problem) => new(RefusalKind.Invalid, problem.Sentence, [problem]);
}
