using Dateline.Storage;
using Dateline.Storage.Audit;
using Dateline.Storage.Members;
using Microsoft.AspNetCore.Identity;

namespace Dateline.Desk.Members;

/// <summary>How a try to sign in ended.</summary>
internal abstract record Entry
{
    public sealed record In(Begun Begun) : Entry;

    /// <summary>Address or password or code is not right; which of them is not said.</summary>
    public sealed record Wrong : Entry;

    /// <summary>The password is right, and a code is wanted too.</summary>
    public sealed record NeedsCode : Entry;

    /// <summary>Too many tries failed; not even the right password is taken until then.</summary>
    public sealed record Locked(DateTimeOffset Until) : Entry;
}

/// <summary>Signing in by password, and by a code where the account wants one.</summary>
/// <remarks>
/// What is answered, and how long it takes, is the same for an address that nobody here has, for somebody without a password, and for one who may not enter: a password is hashed, a line is
/// written, a failure is counted.
/// </remarks>
internal sealed class PasswordSignIn(MemberManager members, NewsroomDb db, SessionBook sessions, Attempts attempts, TimeProvider time)
{
    // What a password is compared with where there is none: of the same cost, and right for none.
    private static readonly Lazy<string> Nobodys = new(() => NewHasher().HashPassword(null!, Guid.NewGuid().ToString()));

    public Task<Entry> Try(string email, string password, string? code, Visit visit, string? before, CancellationToken cancellation)
    {
        var account = members.NormalizeEmail(email)!;
        return attempts.InTurn(account, () => TryNow(account, password, code, visit, before, cancellation), cancellation);
    }

    /// <summary>Checks a code of the authenticator, or one of the recovery codes; each is taken once.</summary>
    /// <returns>What it was; null when it is not right.</returns>
    public async Task<string?> Check(MemberAccount account, string code)
    {
        code = code.Trim();
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (digits.Length == 6 && code.Length <= 7)
            return await members.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits) && attempts.UsesUp(account.Id, digits) ? "code" : null;
        return (await members.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded ? "recovery code" : null;
    }

    /// <summary>Counts a failure, in the saving that also writes it down.</summary>
    public async Task Fail(MemberAccount? account, string email, Visit visit, string why)
    {
        // An address that nobody here has may be a password in the wrong field: it is not kept.
        db.Note(time.GetUtcNow(), new Hand(Hand.Stranger, visit.Address), "failed to sign in", account is null ? "users" : $"users/{account.Name}", why);
        if (account is not null)
        {
            await members.AccessFailedAsync(account);
            return;
        }
        attempts.StrangerFails(email);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    public DateTimeOffset? LockedUntil(MemberAccount? account, string email) => account is null ? attempts.StrangerLockedUntil(email) : account.LockoutEnd > time.GetUtcNow() ? account.LockoutEnd : null;

    internal static PasswordHasher<MemberAccount> NewHasher() => new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    private async Task<Entry> TryNow(string email, string password, string? code, Visit visit, string? before, CancellationToken cancellation)
    {
        var account = await members.FindByEmailAsync(email);
        if (LockedUntil(account, email) is { } until) return new Entry.Locked(until);
        var nobodys = Nobodys.Value;
        var isRight = members.PasswordHasher.VerifyHashedPassword(account!, account?.PasswordHash ?? nobodys, password) != PasswordVerificationResult.Failed;
        if (account is not { PasswordHash: not null, DisabledAt: null } || !isRight || !PasswordRule.MayBe(password))
        {
            await Fail(account, email, visit, account is null ? "no such address" : account.DisabledAt is not null ? "disabled" : "wrong password");
            return new Entry.Wrong();
        }
        var way = "password";
        if (account.TwoFactorEnabled)
        {
            if (string.IsNullOrWhiteSpace(code)) return new Entry.NeedsCode();
            if (await Check(account, code) is not { } kind)
            {
                await Fail(account, email, visit, "wrong code");
                return new Entry.Wrong();
            }
            way = $"password and {kind}";
        }
        await members.ResetAccessFailedCountAsync(account);
        return (await sessions.Begin(account.Id, way, visit, before, cancellation)).Try(out var begun, out _) ? new Entry.In(begun) : new Entry.Wrong();
    }
}
