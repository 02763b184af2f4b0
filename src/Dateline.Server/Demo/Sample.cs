using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Core.Coverages;
using Dateline.Core.Files;
using Dateline.Core.Json;
using Dateline.Core.Posts;
using Dateline.Desk.Coverages;

namespace Dateline.Server.Demo;

/// <summary>A sample live page (samples/README.md): what is there already, and what happens next.</summary>
internal sealed class Sample
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples");

    private readonly JsonObject _json;

    private Sample(JsonObject json) => _json = json;

    public string Slug => (string)_json["coverage"]!["slug"]!;

    public IReadOnlyList<JsonObject> Then => [.. (_json["then"]?.AsArray() ?? []).Select(step => step!.AsObject())];

    /// <param name="pictures">What the library calls the pictures that the samples name.</param>
    public static IReadOnlyList<Sample> All(IReadOnlyDictionary<string, string> pictures) => [.. Directory.EnumerateFiles(Folder, "*.json").Order().Select(file =>
    {
        var text = pictures.Aggregate(File.ReadAllText(file), (text, picture) => text.Replace($"\"{picture.Key}\"", $"\"{picture.Value}\"", StringComparison.Ordinal));
        return new Sample(JsonNode.Parse(text)!.AsObject());
    })];

    /// <summary>The fields of the live page, as an edit of one.</summary>
    public static CoverageEdit Edit(JsonNode coverage)
    {
        var fields = (JsonObject)coverage.DeepClone();
        fields.Remove("slug");
        return CoverageBody.Read(fields).Value;
    }

    /// <summary>What of a sample's post is content; its flags stand beside.</summary>
    public static PostContent Content(JsonNode post)
    {
        var content = (JsonObject)post.DeepClone();
        foreach (var flag in new[] { "breaking", "keyEvent", "pinned" }) content.Remove(flag);
        return content.Deserialize(DatelineJson.Default.PostContent)!.WithBlockIds();
    }

    public static bool Is(JsonNode post, string flag) => post[flag]?.GetValue<bool>() ?? false;

    public static PostId Id(JsonNode of) => PostId.TryParse((string?)of["id"], out var id) ? id : throw new InvalidDataException("A sample's post has no id.");

    /// <summary>The page as it is when the server starts, with its times counted back from now.</summary>
    public Manuscript Already(DateTimeOffset now)
    {
        var posts = _json["already"]!.AsArray().Select(each => Post(each!, now)).Reverse().ToList();
        var pinned = _json["already"]!.AsArray().FirstOrDefault(each => Is(each!["post"]!, "pinned"));
        var edit = Edit(_json["coverage"]!);
        return new Manuscript
        {
            Slug = Slug,
            Headline = edit.Headline,
            Standfirst = edit.Standfirst.Value,
            Language = edit.Language,
            TimeZone = edit.TimeZone,
            StatusNote = edit.StatusNote.Value,
            Summary = edit.Summary ?? [],
            Lead = edit.Lead.Value,
            Contributors = edit.Contributors.Value,
            Previous = edit.Previous.Value,
            Next = edit.Next.Value,
            Pinned = pinned is null ? null : Id(pinned),
            Posts = [.. posts],
        };
    }

    public CoverageStatus Status => Edit(_json["coverage"]!).Status ?? CoverageStatus.Live;

    private static PublicPost Post(JsonNode each, DateTimeOffset now)
    {
        var (content, at) = (Content(each["post"]!), now.AddMinutes(-each["minutesAgo"]!.GetValue<double>()));
        return new PublicPost
        {
            Id = Id(each),
            Headline = content.Headline,
            Label = content.Label,
            Bylines = content.Bylines,
            Blocks = content.Blocks,
            Time = new ShownTime(at),
            FirstPublishedAt = at,
            BreakingSince = Is(each["post"]!, "breaking") ? at : null,
            KeyEvent = Is(each["post"]!, "keyEvent"),
        };
    }
}
