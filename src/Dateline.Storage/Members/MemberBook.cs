using System.Net.Mail;
using Dateline.Core.Outcomes;
using Dateline.Storage.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Members;

/// <summary>What is to be different about a person; what is null stays.</summary>
public sealed record MemberEdit(string? Name = null, Role? Role = null, bool? Disabled = null);

/// <summary>Somebody new, and the link by which they enter for the first time.</summary>
public sealed record Newcomer(Person Person, string Link);

/// <summary>The people of the newsroom: who they are and what they may do. How they prove it is Identity's.</summary>
public sealed class MemberBook(Newsroom newsroom)
{
    /// <summary>The most people a newsroom has here, those who left included.</summary>
    public const int Most = 5_000;

    public const int MostNameCharacters = 100;

    private const int MostEmailCharacters = 254;

    /// <summary>How long a sign-in link can be used.</summary>
    public static readonly TimeSpan LinkLasts = TimeSpan.FromHours(24);

    private static readonly UpperInvariantLookupNormalizer Normalizer = new();

    /// <summary>Adds somebody, with a link by which they sign in once.</summary>
    public Task<Result<Newcomer>> Add(string name, string email, Role role, Hand by, CancellationToken cancellation) => newsroom.Write<Newcomer>(async (db, now) =>
    {
        if (await AddAccount(db, name, email, role, by, now) is var added && !added.Try(out var account, out var refusal)) return refusal;
        return new Newcomer(account.Person, await NewLink(db, account, now));
    }, cancellation);

    /// <summary>Adds somebody who proved elsewhere who they are.</summary>
    public Task<Result<Person>> AddFrom(string provider, string key, string name, string email, Role role, Hand by, CancellationToken cancellation) => newsroom.Write<Person>(async (db, now) =>
    {
        if (await AddAccount(db, await FreeName(db, name), email, role, by, now) is var added && !added.Try(out var account, out var refusal)) return refusal;
        db.Add(new IdentityUserLogin<string> { LoginProvider = provider, ProviderKey = key, UserId = account.Id, ProviderDisplayName = provider });
        return account.Person;
    }, cancellation);

    /// <summary>Everybody, by name.</summary>
    public async Task<IReadOnlyList<Person>> List(CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        return [.. (await db.Members.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellation)).Select(row => row.Person)];
    }

    /// <summary>Who this is, by id, e-mail address or name.</summary>
    public async Task<Person?> Find(string called, CancellationToken cancellation)
    {
        var email = Normalizer.NormalizeEmail(called);
        await using var db = newsroom.Open();
        var found = await db.Members.AsNoTracking().Where(row => row.Id == called || row.NormalizedEmail == email || row.Name == called).Take(2).ToListAsync(cancellation);
        return found is [var one] ? one.Person : null;
    }

    /// <summary>Changes what somebody is called or may do, at once: a request that is on its way already is the last under the old rights.</summary>
    public Task<Result<Person>> Change(string id, MemberEdit edit, Hand by, CancellationToken cancellation) => newsroom.Write<Person>(async (db, now) =>
    {
        if (await db.Members.SingleOrDefaultAsync(row => row.Id == id, CancellationToken.None) is not { } account) return NotFound;
        var (role, disabled) = (edit.Role ?? account.Role, edit.Disabled ?? account.DisabledAt is not null);
        if (account is { Role: Role.Admin, DisabledAt: null } && (role != Role.Admin || disabled)
            && !await db.Members.AnyAsync(row => row.Id != id && row.Role == Role.Admin && row.DisabledAt == null, CancellationToken.None))
            return new Refusal(RefusalKind.WrongState, $"{account.Name} is the last administrator; make somebody else one first.");
        if (edit.Name?.Trim() is { } name && name != account.Name)
        {
            if (await Unusable(db, name, id) is { } refusal) return refusal;
            await Bear(db, account, name);
            db.Note(now, by, "renamed", $"users/{name}", $"was {account.Name}");
            account.Name = name;
        }
        if (role != account.Role)
        {
            db.Note(now, by, "changed role", $"users/{account.Name}", $"{Word(account.Role)} → {Word(role)}");
            account.Role = role;
        }
        if (disabled != account.DisabledAt is not null)
        {
            db.Note(now, by, disabled ? "disabled" : "enabled", $"users/{account.Name}");
            account.DisabledAt = disabled ? now : null;
            if (disabled) await EndAll(db, id);
        }
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        return account.Person;
    }, cancellation);

    /// <summary>A new sign-in link for somebody; those made before end.</summary>
    public Task<Result<Newcomer>> Link(string id, Hand by, CancellationToken cancellation) => newsroom.Write<Newcomer>(async (db, now) =>
    {
        if (await db.Members.SingleOrDefaultAsync(row => row.Id == id, CancellationToken.None) is not { } account) return NotFound;
        if (account.DisabledAt is not null) return new Refusal(RefusalKind.WrongState, $"{account.Name} may not enter at present; enable them first.");
        db.Note(now, by, "made a sign-in link", $"users/{account.Name}");
        return new Newcomer(account.Person, await NewLink(db, account, now));
    }, cancellation);

    private static async Task<Result<MemberAccount>> AddAccount(NewsroomDb db, string name, string email, Role role, Hand by, DateTimeOffset now)
    {
        (name, email) = (name.Trim(), email.Trim());
        if (await Unusable(db, name, null) is { } refusal) return refusal;
        if (email.Length > MostEmailCharacters || !IsEmail(email)) return At("email", "Write the e-mail address as name@example.org.");
        var normalized = Normalizer.NormalizeEmail(email);
        if (await db.Members.AnyAsync(row => row.NormalizedEmail == normalized, CancellationToken.None))
            return new Refusal(RefusalKind.Taken, "Somebody has this e-mail address already; perhaps they are disabled.", [new Problem("email", "This address is taken.")]);
        if (await db.Members.CountAsync(CancellationToken.None) >= Most) return new Refusal(RefusalKind.WrongState, $"There are {Most:N0} people already, which is as many as one newsroom has here.");
        var id = Guid.CreateVersion7(now).ToString();
        var account = new MemberAccount
        {
            Id = id,
            // Identity wants a name to sign in by; people do so by their address, which may change.
            UserName = id,
            NormalizedUserName = Normalizer.NormalizeName(id),
            Name = name,
            Email = email,
            NormalizedEmail = normalized,
            Role = role,
            AddedAt = now,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString(),
        };
        db.Add(account);
        await Bear(db, account, name);
        db.Note(now, by, "added", $"users/{name}", $"{Word(role)}, {email}");
        return account;
    }

    // A name that wrote something stays with whoever bore it; so do the names of tokens.
    private static async Task<Refusal?> Unusable(NewsroomDb db, string name, string? own)
    {
        if (name.Length is 0 or > MostNameCharacters || name.Any(char.IsControl)) return At("name", $"A name has 1 to {MostNameCharacters} characters.");
        var key = Key(name);
        var borne = await db.MemberNames.AnyAsync(row => row.Key == key && row.MemberId != own, CancellationToken.None);
        return borne || await IsToken(db, key) || IsReserved(key)
            ? new Refusal(RefusalKind.Taken, $"“{name}” is in use here, or was; choose another name.", [new Problem("name", "This name is taken.")])
            : null;
    }

    private static async Task<bool> IsToken(NewsroomDb db, string key) => (await db.Tokens.Select(row => row.Name).ToListAsync(CancellationToken.None)).Any(name => Key(name) == key);

    private static async Task<string> FreeName(NewsroomDb db, string name)
    {
        name = name.Trim() is { Length: > 0 } given ? given[..Math.Min(given.Length, MostNameCharacters - 4)] : "Newcomer";
        for (var n = 2; n < 100 && await Unusable(db, name, null) is { Kind: RefusalKind.Taken }; n++) name = n == 2 ? $"{name} 2" : $"{name[..name.LastIndexOf(' ')]} {n}";
        return name;
    }

    private static async Task Bear(NewsroomDb db, MemberAccount account, string name)
    {
        var key = Key(name);
        if (!await db.MemberNames.AnyAsync(row => row.Key == key, CancellationToken.None)) db.Add(new NameRow { Key = key, Name = name, MemberId = account.Id });
    }

    private static async Task<string> NewLink(NewsroomDb db, MemberAccount account, DateTimeOffset now)
    {
        await db.Links.Where(row => row.MemberId == account.Id || row.ExpiresAt <= now).ExecuteDeleteAsync(CancellationToken.None);
        var secret = Secrets.New();
        db.Add(new LinkRow { Hash = Secrets.Hash(secret), MemberId = account.Id, ExpiresAt = now + LinkLasts });
        return secret;
    }

    private static async Task EndAll(NewsroomDb db, string id)
    {
        await db.Sessions.Where(row => row.MemberId == id).ExecuteDeleteAsync(CancellationToken.None);
        await db.Links.Where(row => row.MemberId == id).ExecuteDeleteAsync(CancellationToken.None);
    }

    internal static bool IsReserved(string key) => Hand.Reserved.Any(name => Key(name) == key);

    internal static string Key(string name) => Normalizer.NormalizeName(name.Trim());

    internal static string Word(Role role) => role.ToString().ToLowerInvariant();

    private static bool IsEmail(string text) => !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) && MailAddress.TryCreate(text, out var parsed) && parsed.Address == text;

    private static Refusal NotFound => new(RefusalKind.NotFound, "There is nobody with this id in the newsroom.");

    private static Refusal At(string path, string sentence) => new(RefusalKind.Invalid, sentence, [new Problem(path, sentence)]);
}
