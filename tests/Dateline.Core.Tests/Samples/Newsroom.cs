using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Core.Coverages;
using Dateline.Core.Json;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Core.Tests.Samples;

/// <summary>Plays a sample as its newsroom would, by the rules of the model; what the model refuses fails the test with its sentence.</summary>
internal sealed class Newsroom
{
    private const string Editor = "Live editor";
    private readonly Dictionary<PostId, Post> _posts = [];
    private DateTimeOffset _now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public Newsroom(Sample sample)
    {
        Coverage = Done(Coverage.Begin((string?)sample.Coverage["slug"], Edit(sample.Coverage), Editor, _now), sample.Coverage);
        foreach (var post in sample.Already) Publish(post);
        foreach (var step in sample.Then) Play(step);
    }

    public Coverage Coverage { get; private set; }

    public IReadOnlyCollection<Post> Posts => _posts.Values;

    private void Play(JsonObject step)
    {
        _now += TimeSpan.FromSeconds((int)step["afterSeconds"]!);
        switch (Sample.Does(step))
        {
            case "publish": Publish(step); break;
            case "edit": Change(step, post => Publish(post, Done(post.Save(Sample.Content(step)), step), step)); break;
            case "withdraw": Change(step, post => Done(post.Withdraw(Editor, _now, (string?)step["notice"], (string?)step["reason"]), step)); break;
            case "takeDown": Change(step, post => Done(post.TakeItDown(Editor, _now, (string?)step["reason"]), step)); break;
            case "flags": Change(step, post => Flagged(post, step["flags"]!)); break;
            case "coverage": Coverage = Done(Coverage.Edit(Edit(step["coverage"]!.AsObject()), _now), step); break;
            default: throw new InvalidDataException($"Nobody does “{Sample.Does(step)}”.");
        }
    }

    private void Publish(JsonObject entry)
    {
        var content = Sample.Content(entry);
        if ((int?)entry["minutesAgo"] is { } minutes) content = content with { Time = new ShownTime(_now - TimeSpan.FromMinutes(minutes)) };
        var post = Done(Post.Begin(Sample.Id(entry), content, Editor, _now), entry);
        post = Done(post.Publish(Editor, _now, ordinal: _posts.Count + 1), entry);
        _posts.Add(post.Id, Flagged(post, entry["post"]!));
    }

    private Post Publish(Post before, Post saved, JsonObject step)
    {
        var kind = Enum.Parse<EditKind>((string)step["as"]!, ignoreCase: true);
        var after = Done(saved.Publish(Editor, _now, ordinal: 0, kind, (string?)step["note"]), step);
        return after.Live != before.Live ? Flagged(after, step["post"]!) : throw new InvalidDataException($"This edit changes nothing: {step}");
    }

    private Post Flagged(Post post, JsonNode flags)
    {
        if (Sample.Flag(flags, "pinned") is { } pinned) Coverage = Coverage.Pinning(pinned ? post.Id : null, Editor, _now);
        return Done(post.Flag(Editor, _now, Sample.Flag(flags, "breaking"), Sample.Flag(flags, "keyEvent")), flags);
    }

    private void Change(JsonObject step, Func<Post, Post> change) => _posts[Sample.Id(step)] = change(_posts[Sample.Id(step)]);

    private static CoverageEdit Edit(JsonObject fields)
    {
        var edit = new CoverageEdit();
        foreach (var (name, value) in fields)
        {
            edit = name switch
            {
                "slug" => edit,
                "headline" => edit with { Headline = (string?)value },
                "standfirst" => edit with { Standfirst = (string?)value },
                "language" => edit with { Language = (string?)value },
                "timeZone" => edit with { TimeZone = (string?)value },
                "status" => edit with { Status = Enum.Parse<CoverageStatus>((string)value!, ignoreCase: true) },
                "statusNote" => edit with { StatusNote = (string?)value },
                "summary" => edit with { Summary = [.. value!.AsArray().Select(RichText)] },
                "lead" => edit with { Lead = value.Deserialize(DatelineJson.Default.Block) },
                "contributors" => edit with { Contributors = RichText(value) },
                "previous" => edit with { Previous = value.Deserialize(DatelineJson.Default.PageLink) },
                "next" => edit with { Next = value.Deserialize(DatelineJson.Default.PageLink) },
                _ => throw new InvalidDataException($"A live page has no field “{name}”."),
            };
        }
        return edit;
    }

    private static RichText RichText(JsonNode? json) => json.Deserialize(DatelineJson.Default.RichText)!;

    private static T Done<T>(Result<T> result, JsonNode what) where T : notnull =>
        result.Try(out var value, out var refusal) ? value : throw new InvalidDataException($"{refusal.Sentence} {what}");
}
