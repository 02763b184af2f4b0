using System.Collections.Concurrent;
using System.Threading.Channels;
using Dateline.Core.Posts;
using Dateline.Desk.Members;
using Dateline.Storage;
using Dateline.Storage.Members;

namespace Dateline.Desk.Live;

/// <summary>The desks of all live pages: takes in what was kept, and tells whoever has the page open at the desk.</summary>
public sealed class Newsdesk(SessionBook sessions, TokenBook tokens, TimeProvider time)
{
    /// <summary>How many streams one person (or token) may hold open, on all live pages together.</summary>
    public const int MostStreams = 12;

    private const int MostNews = 4_096;

    // Held while somebody enters and while empty rooms are cleared away, so that nobody sits in a room that is not there any more.
    private readonly Lock _door = new();
    private readonly ConcurrentDictionary<string, Room> _rooms = new();
    private readonly ConcurrentDictionary<string, int> _streams = new();
    private readonly Channel<Kept> _news = Channel.CreateBounded<Kept>(new BoundedChannelOptions(MostNews) { SingleReader = true });

    // As many as posts were taken over and neither published nor let go; each ends when its holder leaves.
    private readonly ConcurrentDictionary<PostId, Hold> _holds = new();

    /// <summary>Hears what was kept. It is only taken in here: whoever calls holds up the next writer.</summary>
    public void Hear(Kept kept)
    {
        foreach (var (post, _) in kept.Posts) Hold(kept.Coverage.Slug, post);
        if (!_rooms.TryGetValue(kept.Coverage.Slug, out var room) || _news.Writer.TryWrite(kept)) return;
        // More news than can be told: those who are there come back and ask for the lists.
        foreach (var seat in room.Seats) seat.Close();
    }

    /// <summary>Ends the streams of all who may not be here any more: their session ended, their token was revoked, they may not enter.</summary>
    public async Task CheckRights(CancellationToken cancellation)
    {
        var members = _rooms.Values.SelectMany(room => room.Members).ToList();
        if (members.Count == 0) return;
        var alive = await sessions.Alive([.. members.Select(member => member.Session).OfType<string>().Distinct()], cancellation);
        var inUse = await tokens.Alive([.. members.Where(member => member.Session is null).Select(member => member.Name).Distinct()], cancellation);
        var now = time.GetUtcNow();
        foreach (var room in _rooms.Values) room.Dismiss(member => member.Session is { } session ? alive.ContainsKey(session) : inUse.ContainsKey(member.Name), now);
    }

    /// <summary>A seat at a live page's desk; null when this person has as many as one may have.</summary>
    internal Seat? Sit(string slug, long head, Member member)
    {
        var person = Person(member);
        if (_streams.AddOrUpdate(person, 1, (_, count) => count + 1) > MostStreams)
        {
            Release(person);
            return null;
        }
        var seat = new Seat(member);
        lock (_door) RoomOf(slug, head).Sit(seat, time.GetUtcNow());
        return seat;
    }

    /// <summary>The posts that somebody took over.</summary>
    internal IReadOnlyCollection<KeyValuePair<PostId, Hold>> Holds => [.. _holds];

    /// <summary>Notes who holds a post, or that nobody does. Whoever changes it is heard of: while it is held nobody else can.</summary>
    internal void Hold(string slug, Post post)
    {
        if (post.Held is { } held) _holds[post.Id] = new Hold(slug, held.By, held.At, time.GetUtcNow());
        else _holds.TryRemove(post.Id, out _);
    }

    internal void Forget(PostId post, Hold hold) => _holds.TryRemove(new(post, hold));

    internal void Leave(string slug, Seat seat)
    {
        if (_rooms.TryGetValue(slug, out var room)) room.Leave(seat);
        Release(Person(seat.Member));
    }

    internal void Meet(string slug, long head, Member member, string tab, string? post, Doing doing)
    {
        var now = time.GetUtcNow();
        lock (_door) RoomOf(slug, head).Meet(member, tab, post, doing, now);
        foreach (var (id, hold) in _holds)
            if (hold.Slug == slug && member.Is(hold.By)) _holds.TryUpdate(id, hold with { SeenAt = now }, hold);
    }

    /// <summary>Tells the news, until there is none to come.</summary>
    internal async Task Tell(CancellationToken cancellation)
    {
        await foreach (var kept in _news.Reader.ReadAllAsync(cancellation))
            if (_rooms.TryGetValue(kept.Coverage.Slug, out var room)) room.Hear(kept, time.GetUtcNow());
    }

    internal void Pass()
    {
        foreach (var (slug, room) in _rooms)
        {
            room.Pass(time.GetUtcNow());
            lock (_door)
            {
                if (room.IsEmpty) _rooms.TryRemove(new(slug, room));
            }
        }
    }

    internal void Close()
    {
        foreach (var seat in _rooms.Values.SelectMany(room => room.Seats)) seat.Close();
    }

    private Room RoomOf(string slug, long head) => _rooms.GetOrAdd(slug, _ => new Room(head));

    private void Release(string person)
    {
        if (_streams.AddOrUpdate(person, 0, (_, count) => count - 1) <= 0) _streams.TryRemove(new(person, 0));
    }

    private static string Person(Member member) => member.Id ?? $"token {member.Name}";
}
