using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Testing;

/// <summary>A newsroom at which anything may happen next: every kind of public change, as chance has it, the same for the same chance.</summary>
public sealed class BusyDay(NewsroomVerbs newsroom, string slug, Random chance)
{
    /// <summary>Mostly the newest are touched, as in life, but not only.</summary>
    private const int Recent = 30;

    private static readonly string[] Words = ["barrier", "tide", "pump", "gate", "harbour", "crew", "shelter", "school", "train", "sandbag", "engineer", "mayor"];

    private readonly List<Post> _posts = [];
    private CoverageStatus _status = CoverageStatus.Live;
    private PostId? _pinned;
    private int _made;

    /// <summary>What is published or withdrawn, but not taken down.</summary>
    public IReadOnlyList<Post> Posts => _posts;

    /// <summary>Does one thing, which changes something for readers.</summary>
    public Task Act() => chance.Next(100) switch
    {
        < 30 => Publish(shown: null),
        < 38 => Publish(Earlier()),
        < 54 => OnPost(Edit),
        < 62 => OnPost(Move),
        < 67 => OnPost(async post => Kept(await newsroom.Withdraws(slug, post.Id, $"This was wrong {Next()}."))),
        < 72 => TakeDown(),
        < 79 => Pin(),
        < 89 => OnPost(Flag),
        < 94 => newsroom.Edits(slug, new CoverageEdit { Summary = [.. Enumerable.Range(0, chance.Next(1, 5)).Select(_ => RichText.Plain(Sentence()))] }),
        < 97 => newsroom.Edits(slug, new CoverageEdit { Headline = Sentence(), Standfirst = Sentence(), Contributors = RichText.Plain(Sentence()) }),
        _ => Turn(),
    };

    public async Task Publish(DateTimeOffset? shown) => _posts.Add(await newsroom.Publishes(slug, Content(shown)));

    private Task OnPost(Func<Post, Task> act)
    {
        var published = _posts.Where(post => post.State == PostState.Published).TakeLast(Recent).ToList();
        return published.Count == 0 ? Publish(shown: null) : act(published[chance.Next(published.Count)]);
    }

    private async Task Edit(Post post)
    {
        var kind = (EditKind)chance.Next(3);
        Kept(await newsroom.Edits(slug, post.Id, Content(post.Live!.Time!.Value.At), kind, kind == EditKind.Correction ? $"It was {Next()}." : null));
    }

    private async Task Move(Post post) => Kept(await newsroom.Edits(slug, post.Id, post.Live! with { Time = new ShownTime(Earlier()) }));

    private async Task Flag(Post post) =>
        Kept(chance.Next(2) == 0 ? await newsroom.Flags(slug, post.Id, breaking: post.Breaking is null) : await newsroom.Flags(slug, post.Id, keyEvent: post.KeyEvent is null));

    private async Task TakeDown()
    {
        if (_posts.Count < 5)
        {
            await Publish(shown: null);
            return;
        }
        var post = _posts[^chance.Next(1, Math.Min(Recent, _posts.Count))];
        await newsroom.TakesDown(slug, post.Id);
        _posts.RemoveAll(each => each.Id == post.Id);
        if (_pinned == post.Id) _pinned = null;
    }

    private Task Pin() => OnPost(async post =>
    {
        _pinned = _pinned is null || _pinned != post.Id ? post.Id : null;
        await newsroom.Pins(slug, _pinned);
    });

    private async Task Turn()
    {
        _status = _status == CoverageStatus.Live ? CoverageStatus.Paused : CoverageStatus.Live;
        await newsroom.Edits(slug, new CoverageEdit { Status = _status, StatusNote = Sentence() });
    }

    private void Kept(Post post)
    {
        _posts[_posts.FindIndex(each => each.Id == post.Id)] = post;
        if (post.State == PostState.Withdrawn && _pinned == post.Id) _pinned = null;
    }

    private PostContent Content(DateTimeOffset? shown) => new()
    {
        Headline = chance.Next(8) == 0 ? null : Sentence(),
        Label = chance.Next(4) == 0 ? Label.Of("Analysis") : null,
        Bylines = chance.Next(3) == 0 ? [new Byline { Name = "Ines Varga", Role = "Reporter" }] : [],
        Blocks = [.. Enumerable.Range(0, chance.Next(1, 4)).Select(_ => chance.Next(5) == 0 ? Listed() : NewsroomVerbs.Paragraph(Sentence()))],
        Time = shown is { } at ? new ShownTime(at) : null,
    };

    private ListBlock Listed() => new() { Items = [.. Enumerable.Range(0, 3).Select(_ => new ListItem { Text = RichText.Plain(Sentence()) })] };

    private DateTimeOffset Earlier() => newsroom.Time.GetUtcNow().AddMinutes(-chance.Next(0, 40)).AddDays(chance.Next(10) == 0 ? -1 : 0);

    private string Sentence() => $"The {Words[chance.Next(Words.Length)]} and the {Words[chance.Next(Words.Length)]}, <b>{Next()}</b> & counting";

    private int Next() => ++_made;
}
