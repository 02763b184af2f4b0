using System.Security.Cryptography;
using Dateline.Storage.Members;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dateline.Desk.Members;

/// <summary>Identity's manager of accounts, by the server's clock and with recovery codes that are long enough to be kept as a plain hash.</summary>
internal sealed class MemberManager(IUserStore<MemberAccount> store, IOptions<IdentityOptions> options, IPasswordHasher<MemberAccount> hasher, IEnumerable<IUserValidator<MemberAccount>> users,
    IEnumerable<IPasswordValidator<MemberAccount>> passwords, ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services, ILogger<UserManager<MemberAccount>> log, TimeProvider time)
    : UserManager<MemberAccount>(store, options, hasher, users, passwords, normalizer, errors, services, log)
{
    // Without letters and digits that are taken for one another; 32 of them, so that each is worth five bits.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public override Task<bool> IsLockedOutAsync(MemberAccount user) => Task.FromResult(user.LockoutEnd > time.GetUtcNow());

    public override Task<IdentityResult> AccessFailedAsync(MemberAccount user)
    {
        user.AccessFailedCount++;
        if (Attempts.LockAfter(user.AccessFailedCount) is { } lasts) user.LockoutEnd = time.GetUtcNow() + lasts;
        return UpdateUserAsync(user);
    }

    protected override string CreateTwoFactorRecoveryCode() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
}
