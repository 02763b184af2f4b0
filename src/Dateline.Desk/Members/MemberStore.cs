using System.Security.Cryptography;
using System.Text;
using Dateline.Storage;
using Dateline.Storage.Members;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Dateline.Desk.Members;

/// <summary>Identity's own store over the newsroom's database. Beyond it, the secret of the second factor is encrypted, and recovery codes are kept as hashes: a copy of the database lets nobody in.</summary>
internal sealed class MemberStore(NewsroomDb db, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<MemberAccount, NewsroomDb, string, IdentityUserClaim<string>, IdentityUserLogin<string>, IdentityUserToken<string>, IdentityUserPasskey<string>>(db, describer)
{
    // Redeeming one writes the others back, which are hashes already; no code is as long as one.
    private const int HashCharacters = 64;

    private readonly IDataProtector _protector = protection.CreateProtector("second factor");

    public override Task SetAuthenticatorKeyAsync(MemberAccount user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, _protector.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(MemberAccount user, CancellationToken cancellationToken)
    {
        try
        {
            return await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } kept ? _protector.Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            // The keys of the data folder are not those it was written with: the second factor cannot be checked, and so it is not passed.
            return null;
        }
    }

    public override Task ReplaceCodesAsync(MemberAccount user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => code.Length == HashCharacters ? code : Hash(code)), cancellationToken);

    public override Task<bool> RedeemCodeAsync(MemberAccount user, string code, CancellationToken cancellationToken) => base.RedeemCodeAsync(user, Hash(code), cancellationToken);

    // People copy codes as they see them: in small letters, with spaces for the hyphens.
    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant())));
}
