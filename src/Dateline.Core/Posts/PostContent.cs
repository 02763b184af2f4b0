using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Core.Blocks;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Core.Text;

namespace Dateline.Core.Posts;

/// <summary>What a writer writes: the words, pictures and names of a post, apart from what becomes of it. A headline alone is enough.</summary>
/// <remarks>A value: equal to another with the same content.</remarks>
public sealed record PostContent : IJsonOnDeserialized
{
    /// <summary>The most bytes of a post's content, as JSON in UTF-8.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>The most blocks.</summary>
    public const int MostBlocks = 200;

    /// <summary>The longest headline, in characters.</summary>
    public const int MostHeadline = 300;

    /// <summary>The most bylines.</summary>
    public const int MostBylines = 20;

    /// <summary>Nothing written yet.</summary>
    public static readonly PostContent Empty = new();

    /// <summary>The headline.</summary>
    public string? Headline { get; init; }

    /// <summary>What kind of post it is.</summary>
    public Label? Label { get; init; }

    /// <summary>Who wrote it.</summary>
    public ValueList<Byline> Bylines { get; init => field = value ?? []; } = [];

    /// <summary>The pieces of its body.</summary>
    public ValueList<Block> Blocks { get; init => field = value ?? []; } = [];

    /// <summary>The time it is to show, when the writer set one; otherwise the time of publication.</summary>
    [JsonIgnore]
    public ShownTime? Time { get => _time; init => _time = value; }

    private ShownTime? _time;

    /// <summary><see cref="Time"/> as JSON carries it.</summary>
    public string? PublishedAt
    {
        get => Time?.ToString();
        init => Time = value is null ? null : ShownTime.TryParse(value, known: true, out var time)
            ? time
            : throw new JsonException(ShownTime.Sentence);
    }

    /// <summary>False when only the day of <see cref="PublishedAt"/> is known; otherwise absent.</summary>
    public bool? TimeKnown
    {
        get => Time is { Known: false } ? false : null;
        init => _saidUnknown = value == false;
    }

    // JSON may carry the two in either order; they are put together once both are read.
    void IJsonOnDeserialized.OnDeserialized()
    {
        if (_saidUnknown && _time is { } time) _time = time with { Known = false };
        _saidUnknown = false;
    }

    private bool _saidUnknown;

    /// <summary>Whether readers would see nothing.</summary>
    [JsonIgnore]
    public bool IsBlank => string.IsNullOrWhiteSpace(Headline) && Blocks.Count == 0;

    /// <summary>Checks what any version of a post must keep to; <paramref name="toPublish"/> asks also for what readers need.</summary>
    public IReadOnlyList<Problem> Check(bool toPublish)
    {
        var problems = new Problems();
        if (toPublish && IsBlank) problems.Add("headline", "This post is empty; give it a headline or a first paragraph.");
        if (Headline is { } headline)
        {
            if (headline.Length > MostHeadline) problems.Add("headline", $"This headline has {headline.Length} characters; shorten it to at most {MostHeadline}.");
            if (Characters.Unprintable(headline)) problems.Add("headline", "This headline holds a control character that cannot be shown; type it again without it.");
        }
        if (Bylines.Count > MostBylines) problems.Add("bylines", $"There are {Bylines.Count} bylines; keep to at most {MostBylines}.");
        else if (toPublish) for (var i = 0; i < Bylines.Count; i++) Bylines[i].Check($"bylines[{i}]", problems);
        CheckBlocks(toPublish, problems);
        if (problems.Found.Count == 0) CheckSize(problems);
        return problems.Found;
    }

    // An unfinished block may be saved and may be filed; it is only readers who never see one.
    private void CheckBlocks(bool toPublish, Problems problems)
    {
        if (Blocks.Count > MostBlocks)
        {
            problems.Add("blocks", $"This post has {Blocks.Count} blocks; split it into posts of at most {MostBlocks}.");
            return;
        }
        var ids = new HashSet<string>();
        for (var i = 0; i < Blocks.Count; i++)
        {
            if (Blocks[i].Id is { } id && (id.Length is 0 or > 64 || !ids.Add(id) || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
                problems.Add($"blocks[{i}].id", "A block's id is its own within the post: up to 64 letters, digits, hyphens and underscores.");
            if (toPublish) Blocks[i].Check($"blocks[{i}]", problems);
            else if (Blocks[i] is ListBlock list) list.CheckNesting($"blocks[{i}]", problems);
        }
    }

    // Measured last: lists nested without end are refused by now, and they could not be written.
    private void CheckSize(Problems problems)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(this, DatelineJson.Relaxed.PostContent).Length;
        if (bytes > MostBytes) problems.Add("", $"This post has {bytes / 1024:N0} KB; split it into posts of at most {MostBytes / 1024} KB.");
    }

    /// <summary>The same content with an id for every block. A block without one is named for its place, so that the same content sent twice gets the same ids.</summary>
    public PostContent WithBlockIds()
    {
        if (Blocks.All(block => block.Id is not null)) return this;
        var taken = Blocks.Select(block => block.Id).OfType<string>().ToHashSet();
        var named = new Block[Blocks.Count];
        for (var i = 0; i < named.Length; i++)
        {
            var id = Blocks[i].Id;
            for (var n = i + 1; id is null; n += named.Length)
                if (taken.Add($"b{n}")) id = $"b{n}";
            named[i] = Blocks[i] with { Id = id };
        }
        return this with { Blocks = [.. named] };
    }
}
