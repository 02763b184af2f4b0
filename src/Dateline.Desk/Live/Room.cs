using System.Text;
using System.Text.Json.Nodes;
using Dateline.Desk.Answers;
using Dateline.Desk.Coverages;
using Dateline.Desk.Members;
using Dateline.Desk.Posts;
using Dateline.Storage;

namespace Dateline.Desk.Live;

/// <summary>The desk of one live page: who is there, and the streams that are open.</summary>
/// <remarks>Thread-safe. At most <see cref="MostHere"/> are named as present, and <see cref="MostTabs"/> tabs of one person; the one not heard of for longest makes room.</remarks>
internal sealed class Room(long head)
{
    public const int MostHere = 200;

    public const int MostTabs = 5;

    /// <summary>How long somebody is there who is not heard of.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(60);

    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    private static readonly byte[] Beat = ": keep-alive\n\n"u8.ToArray();

    private readonly Lock _lock = new();
    private readonly List<Seat> _seats = [];
    private readonly Dictionary<(string Person, string Tab), Presence> _here = [];
    private long _head = head;

    public IReadOnlyList<Seat> Seats
    {
        get
        {
            lock (_lock) return [.. _seats];
        }
    }

    public bool IsEmpty
    {
        get
        {
            lock (_lock) return _seats.Count == 0 && _here.Count == 0;
        }
    }

    /// <summary>Takes a seat; the state of the room is the first thing sent to it.</summary>
    public void Sit(Seat seat, DateTimeOffset now)
    {
        lock (_lock)
        {
            _seats.Add(seat);
            seat.Send(State(), now);
        }
    }

    public void Leave(Seat seat)
    {
        lock (_lock) _seats.Remove(seat);
    }

    /// <summary>Hears of somebody; tells the others when that is news.</summary>
    public void Meet(Member member, string tab, string? post, Doing doing, DateTimeOffset now)
    {
        lock (_lock)
        {
            var key = (member.Session ?? member.Name, tab);
            var before = _here.GetValueOrDefault(key);
            var isNews = before is null || (before.Post, before.Doing, before.Member.Name) != (post, doing, member.Name);
            _here[key] = new Presence(member, post, doing, isNews ? now : before!.Since, now);
            if (before is null) MakeRoom(member);
            if (isNews) Tell(State(), now);
        }
    }

    /// <summary>Hears what was kept of the page.</summary>
    public void Hear(Kept kept, DateTimeOffset now)
    {
        lock (_lock)
        {
            _head = Math.Max(_head, kept.Head ?? 0);
            if (_seats.Count == 0) return;
            if (kept.CoverageChanged) Tell(Frame("coverage", CoverageAnswer.Of(kept.Coverage)), now);
            foreach (var post in kept.Posts) Tell(Frame("post", PostAnswer.Of(post.Post, post.Seq, kept.Coverage.Pin)), now);
        }
    }

    /// <summary>A moment has passed: forgets who was not heard of, and keeps quiet streams alive.</summary>
    public void Pass(DateTimeOffset now)
    {
        lock (_lock)
        {
            var gone = _here.Where(pair => now - pair.Value.SeenAt >= Forgotten).Select(pair => pair.Key).ToList();
            foreach (var key in gone) _here.Remove(key);
            if (gone.Count > 0) Tell(State(), now);
            foreach (var seat in _seats)
                if (now - seat.LastSentAt >= KeepAlive) seat.Send(Beat, now);
        }
    }

    /// <summary>Sends those away who may not be here any more.</summary>
    public void Dismiss(Func<Member, bool> mayStay, DateTimeOffset now)
    {
        lock (_lock)
        {
            foreach (var seat in _seats.Where(seat => !mayStay(seat.Member))) seat.Dismiss();
            var gone = _here.Where(pair => !mayStay(pair.Value.Member)).Select(pair => pair.Key).ToList();
            foreach (var key in gone) _here.Remove(key);
            if (gone.Count > 0) Tell(State(), now);
        }
    }

    public IReadOnlyList<Member> Members
    {
        get
        {
            lock (_lock) return [.. _seats.Select(seat => seat.Member), .. _here.Values.Select(presence => presence.Member)];
        }
    }

    private void Tell(byte[] frame, DateTimeOffset now)
    {
        foreach (var seat in _seats) seat.Send(frame, now);
    }

    private void MakeRoom(Member member)
    {
        var own = _here.Where(pair => pair.Value.Member.Name == member.Name).OrderByDescending(pair => pair.Value.SeenAt).Skip(MostTabs).Select(pair => pair.Key).ToList();
        foreach (var key in own) _here.Remove(key);
        if (_here.Count > MostHere) _here.Remove(_here.MinBy(pair => pair.Value.SeenAt).Key);
    }

    private byte[] State() => Frame("state", new JsonObject { ["here"] = new JsonArray([.. _here.Values.OrderBy(presence => presence.Since).Select(presence => presence.Json)]), ["head"] = _head });

    private static byte[] Frame(string name, JsonObject data) => Encoding.UTF8.GetBytes($"event: {name}\ndata: {AnswerWriter.Write(data)}\n\n");
}
