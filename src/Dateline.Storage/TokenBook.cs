using Dateline.Core.Outcomes;
using Dateline.Storage.Audit;
using Dateline.Storage.Members;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage;

/// <summary>What a member or token may do, each including the one before.</summary>
public enum Role
{
    /// <summary>Writes, saves and files their own posts.</summary>
    Reporter,

    /// <summary>Also publishes, edits, schedules, withdraws, takes down, flags, and runs live pages.</summary>
    Editor,

    /// <summary>Also tokens, users and settings.</summary>
    Admin,
}

/// <summary>A token without its secret.</summary>
public sealed record Token(string Name, Role Role, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);

/// <summary>The newsroom's API tokens. A token is shown once, when it is made; what is kept is its SHA-256, which leads back to nothing (256 random bits need no slower hash).</summary>
public sealed class TokenBook(Newsroom newsroom)
{
    private const string Prefix = "dl_";

    private const int MostNameCharacters = MemberBook.MostNameCharacters;

    /// <summary>Makes a token and gives its secret, this once.</summary>
    public Task<Result<string>> Create(string name, Role role, Hand by, CancellationToken cancellation) => newsroom.Write<string>(async (db, now) =>
    {
        name = name.Trim();
        if (name.Length is 0 or > MostNameCharacters || name.Any(char.IsControl)) return new Refusal(RefusalKind.Invalid, $"Give the token a name of at most {MostNameCharacters} characters.", [new Problem("name", "A token needs a name.")]);
        var key = MemberBook.Key(name);
        if (await db.Tokens.AnyAsync(row => row.Name == name, CancellationToken.None) || await db.MemberNames.AnyAsync(row => row.Key == key, CancellationToken.None) || MemberBook.IsReserved(key))
            return new Refusal(RefusalKind.Taken, $"There is a token or a person called “{name}” already, perhaps one that left; choose another name.", [new Problem("name", "This name is taken.")]);
        var secret = Prefix + Secrets.New();
        db.Tokens.Add(new TokenRow { Name = name, Role = role.ToString(), Hash = Secrets.Hash(secret), CreatedAt = now });
        db.Note(now, by, "made a token", $"tokens/{name}", MemberBook.Word(role));
        return secret;
    }, cancellation);

    /// <summary>Every token, oldest first.</summary>
    public async Task<IReadOnlyList<Token>> List(CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        return [.. (await db.Tokens.AsNoTracking().OrderBy(row => row.CreatedAt).ToListAsync(cancellation)).Select(Read)];
    }

    /// <summary>Ends a token: its next request is refused. It stays in the list, since posts bear its name.</summary>
    public Task<Result<Token>> Revoke(string name, Hand by, CancellationToken cancellation) => newsroom.Write<Token>(async (db, now) =>
    {
        if (await db.Tokens.SingleOrDefaultAsync(row => row.Name == name, CancellationToken.None) is not { } row) return new Refusal(RefusalKind.NotFound, $"There is no token “{name}”.");
        if (row.RevokedAt is null) db.Note(now, by, "revoked a token", $"tokens/{name}");
        row.RevokedAt ??= now;
        return Read(row);
    }, cancellation);

    /// <summary>Whose secret this is; null for one that is not known or was revoked.</summary>
    public Token? Recognise(string secret) => !secret.StartsWith(Prefix, StringComparison.Ordinal) ? null : newsroom.Ask(
        $"SELECT name, role, created_at FROM tokens WHERE hash = {Secrets.Hash(secret)} AND revoked_at IS NULL",
        row => new Token(row.GetString(0), Enum.Parse<Role>(row.GetString(1)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), null));

    /// <summary>Which of these tokens are in use, with what their holders may do.</summary>
    public async Task<IReadOnlyDictionary<string, Role>> Alive(IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        var rows = await db.Tokens.AsNoTracking().Where(row => names.Contains(row.Name) && row.RevokedAt == null).ToListAsync(cancellation);
        return rows.Select(Read).ToDictionary(token => token.Name, token => token.Role);
    }

    private static Token Read(TokenRow row) => new(row.Name, Enum.Parse<Role>(row.Role), row.CreatedAt, row.RevokedAt);
}
