using Dateline.Core.Outcomes;
using Dateline.Storage.Audit;
using Dateline.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Members;

/// <summary>Where somebody signs in from.</summary>
/// <param name="Address">The network address.</param>
/// <param name="Device">What the browser calls itself.</param>
public sealed record Visit(string Address, string Device)
{
    private const int MostDeviceCharacters = 200;

    public string Device { get; } = Device.Length > MostDeviceCharacters ? Device[..MostDeviceCharacters] : Device;
}

/// <summary>A device that is signed in.</summary>
/// <param name="Way">How its bearer proved who they are: password, passkey, link, or the name of a provider.</param>
/// <param name="Names">What its bearer is and was called.</param>
public sealed record Session(string Id, Person Person, IReadOnlyList<string> Names, DateTimeOffset BegunAt, DateTimeOffset LastSeenAt, string Way, string Device, string Address)
{
    /// <summary>How long a session lives that nobody uses.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(7);

    /// <summary>How long a session lives at most, however much it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>When it ends unless it is used before.</summary>
    public DateTimeOffset EndsAt => BegunAt + Longest < LastSeenAt + Idle ? BegunAt + Longest : LastSeenAt + Idle;
}

/// <summary>A session just begun, and the secret its device keeps.</summary>
public sealed record Begun(Session Session, string Secret);

/// <summary>Who is signed in, and where. Looked up at every request, so that an ended session is refused at its next one.</summary>
public sealed class SessionBook(Newsroom newsroom)
{
    /// <summary>The most devices one person is signed in on; the one not used for longest makes room.</summary>
    public const int MostPerPerson = 20;

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>Signs somebody in. The secret is always new, and a session that the device had before ends: nobody can prepare one for somebody else.</summary>
    public Task<Result<Begun>> Begin(string member, string way, Visit visit, string? before, CancellationToken cancellation) =>
        newsroom.Write<Begun>((db, now) => Begin(db, now, member, way, visit, before), cancellation);

    /// <summary>Signs somebody in by a link; the link is used up in the same transaction.</summary>
    public Task<Result<Begun>> Redeem(string link, Visit visit, string? before, CancellationToken cancellation) => newsroom.Write<Begun>(async (db, now) =>
    {
        var hash = Secrets.Hash(link);
        var found = await db.Links.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash && row.ExpiresAt > now, CancellationToken.None);
        if (found is null || await db.Links.Where(row => row.Hash == hash).ExecuteDeleteAsync(CancellationToken.None) != 1) return UsedLink;
        return await Begin(db, now, found.MemberId, "link", visit, before);
    }, cancellation);

    /// <summary>Whose secret this is; null for one that is unknown, ended, out of time, or its bearer's who may not enter any more.</summary>
    public async Task<Session?> Recognise(string secret, CancellationToken cancellation)
    {
        var hash = Secrets.Hash(secret);
        var now = newsroom.Time.GetUtcNow();
        await using var db = newsroom.Open();
        if (await Read(db, db.Sessions.Where(row => row.Hash == hash), cancellation) is not [var session] || session.EndsAt <= now) return null;
        if (now - session.LastSeenAt < SeenEvery) return session;
        try
        {
            await newsroom.Write<int>(async (writing, at) => await writing.Sessions.Where(row => row.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, at), CancellationToken.None), cancellation);
        }
        catch (Exception exception) when (Trouble.Of(exception) is not null)
        {
            // A disk that is full keeps nobody out: they are to hear of it when they write. It is noted at their next request.
        }
        return session with { LastSeenAt = now };
    }

    /// <summary>Where somebody is signed in, newest first.</summary>
    public async Task<IReadOnlyList<Session>> List(string member, CancellationToken cancellation)
    {
        var now = newsroom.Time.GetUtcNow();
        await using var db = newsroom.Open();
        var sessions = await Read(db, db.Sessions.Where(row => row.MemberId == member), cancellation);
        return [.. sessions.Where(session => session.EndsAt > now).OrderByDescending(session => session.BegunAt)];
    }

    /// <summary>Which of these sessions are alive, with what their bearers may do now.</summary>
    public async Task<IReadOnlyDictionary<string, Role>> Alive(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var now = newsroom.Time.GetUtcNow();
        await using var db = newsroom.Open();
        var sessions = await Read(db, db.Sessions.Where(row => ids.Contains(row.Id)), cancellation);
        return sessions.Where(session => session.EndsAt > now).ToDictionary(session => session.Id, session => session.Person.Role);
    }

    /// <summary>Ends one session of somebody.</summary>
    public Task<Result<int>> End(string member, string id, Hand by, CancellationToken cancellation) =>
        End(member, row => row.Id == id, by, "ended a session", cancellation, new Refusal(RefusalKind.NotFound, "There is no such session; perhaps it ended by itself."));

    /// <summary>Ends all sessions of somebody but one, or all of them.</summary>
    public Task<Result<int>> EndOthers(string member, string? but, Hand by, CancellationToken cancellation) => End(member, row => row.Id != but, by, "ended other sessions", cancellation);

    private Task<Result<int>> End(string member, System.Linq.Expressions.Expression<Func<SessionRow, bool>> which, Hand by, string did, CancellationToken cancellation, Refusal? none = null) =>
        newsroom.Write<int>(async (db, now) =>
        {
            var ended = await db.Sessions.Where(row => row.MemberId == member).Where(which).ToListAsync(CancellationToken.None);
            if (ended.Count == 0) return none is null ? 0 : none;
            db.RemoveRange(ended);
            var name = await db.Members.Where(row => row.Id == member).Select(row => row.Name).SingleAsync(CancellationToken.None);
            db.Note(now, by, did, $"users/{name}", string.Join(", ", ended.Select(row => row.Id)));
            return ended.Count;
        }, cancellation);

    private static async Task<Result<Begun>> Begin(NewsroomDb db, DateTimeOffset now, string member, string way, Visit visit, string? before)
    {
        if (await db.Members.SingleOrDefaultAsync(row => row.Id == member && row.DisabledAt == null, CancellationToken.None) is not { } account) return MayNotEnter;
        var old = before is null ? null : Secrets.Hash(before);
        await db.Sessions.Where(row => row.Hash == old || row.LastSeenAt <= now - Session.Idle || row.BegunAt <= now - Session.Longest).ExecuteDeleteAsync(CancellationToken.None);
        var crowd = await db.Sessions.Where(row => row.MemberId == member).OrderByDescending(row => row.LastSeenAt).Skip(MostPerPerson - 1).ToListAsync(CancellationToken.None);
        db.RemoveRange(crowd);
        var secret = Secrets.New();
        var row = new SessionRow { Id = Secrets.Name(), Hash = Secrets.Hash(secret), MemberId = member, BegunAt = now, LastSeenAt = now, Way = way, Device = visit.Device, Address = visit.Address };
        db.Add(row);
        db.Note(now, new Hand(account.Name, visit.Address, $"session {row.Id}"), "signed in", $"users/{account.Name}", way);
        return new Begun(new Session(row.Id, account.Person, await Names(db, member), now, now, way, visit.Device, visit.Address), secret);
    }

    private static async Task<IReadOnlyList<Session>> Read(NewsroomDb db, IQueryable<SessionRow> rows, CancellationToken cancellation)
    {
        var found = await (from row in rows.AsNoTracking()
                           join member in db.Members.AsNoTracking() on row.MemberId equals member.Id
                           where member.DisabledAt == null
                           select new { row, member, names = db.MemberNames.Where(name => name.MemberId == member.Id).Select(name => name.Name).ToList() }).ToListAsync(cancellation);
        return [.. found.Select(each => new Session(each.row.Id, each.member.Person, each.names, each.row.BegunAt, each.row.LastSeenAt, each.row.Way, each.row.Device, each.row.Address))];
    }

    private static async Task<IReadOnlyList<string>> Names(NewsroomDb db, string member) =>
        await db.MemberNames.Where(row => row.MemberId == member).Select(row => row.Name).ToListAsync(CancellationToken.None);

    /// <summary>The same for a link that is unknown, was used, is out of time or was replaced.</summary>
    public static Refusal UsedLink { get; } = new(RefusalKind.Forbidden, "This link was used already or is too old; ask an administrator for a new one.");

    private static Refusal MayNotEnter => new(RefusalKind.Forbidden, "You may not enter at present; ask an administrator.");
}
