using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dateline.Core.Outcomes;
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
public sealed class TokenBook(DbContextOptions<NewsroomDb> options, TimeProvider time)
{
    private const string Prefix = "dl_";
    private const int MostNameCharacters = 100;

    /// <summary>Makes a token and gives its secret, this once.</summary>
    public async Task<Result<string>> Create(string name, Role role, CancellationToken cancellation)
    {
        name = name.Trim();
        if (name.Length is 0 or > MostNameCharacters) return new Refusal(RefusalKind.Invalid, $"Give the token a name of at most {MostNameCharacters} characters.", [new Problem("name", "A token needs a name.")]);
        await using var db = new NewsroomDb(options);
        if (await db.Tokens.AnyAsync(row => row.Name == name, cancellation))
            return new Refusal(RefusalKind.Taken, $"There is a token “{name}” already, perhaps a revoked one; choose another name.", [new Problem("name", "This name is taken.")]);
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        db.Tokens.Add(new TokenRow { Name = name, Role = role.ToString(), Hash = Hash(secret), CreatedAt = time.GetUtcNow() });
        await db.SaveChangesAsync(cancellation);
        return secret;
    }

    /// <summary>Every token, oldest first.</summary>
    public async Task<IReadOnlyList<Token>> List(CancellationToken cancellation)
    {
        await using var db = new NewsroomDb(options);
        return [.. (await db.Tokens.AsNoTracking().OrderBy(row => row.CreatedAt).ToListAsync(cancellation)).Select(Read)];
    }

    /// <summary>Ends a token: its next request is refused. It stays in the list, since posts bear its name.</summary>
    public async Task<Result<Token>> Revoke(string name, CancellationToken cancellation)
    {
        await using var db = new NewsroomDb(options);
        if (await db.Tokens.SingleOrDefaultAsync(row => row.Name == name, cancellation) is not { } row) return new Refusal(RefusalKind.NotFound, $"There is no token “{name}”.");
        row.RevokedAt ??= time.GetUtcNow();
        await db.SaveChangesAsync(cancellation);
        return Read(row);
    }

    /// <summary>Whose secret this is; null for one that is not known or was revoked.</summary>
    public async Task<Token?> Recognise(string secret, CancellationToken cancellation)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var hash = Hash(secret);
        await using var db = new NewsroomDb(options);
        return await db.Tokens.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash && row.RevokedAt == null, cancellation) is { } row ? Read(row) : null;
    }

    private static Token Read(TokenRow row) => new(row.Name, Enum.Parse<Role>(row.Role), row.CreatedAt, row.RevokedAt);

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
