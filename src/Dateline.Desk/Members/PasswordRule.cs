using Dateline.Storage.Members;
using Microsoft.AspNetCore.Identity;

namespace Dateline.Desk.Members;

/// <summary>What a password must be: long. Rules about signs and digits make people write passwords down (NIST SP 800-63B).</summary>
internal sealed class PasswordRule : IPasswordValidator<MemberAccount>
{
    private const int Least = 12;
    private const int Most = 256;
    private const int LeastDifferent = 5;

    public const string Sentence = "A password has at least 12 characters, not all alike, and is not your name or address; a few words in a row are best.";

    /// <summary>Whether this can be anybody's password. PBKDF2 cannot tell one from the same with a NUL behind it, so what no keyboard types is none.</summary>
    public static bool MayBe(string password) => password.Length <= Most && !password.Any(char.IsControl);

    public Task<IdentityResult> ValidateAsync(UserManager<MemberAccount> manager, MemberAccount user, string? password)
    {
        var isGood = password is { Length: >= Least } && MayBe(password) && password.Distinct().Count() >= LeastDifferent
            && !Same(password, user.Email!) && !Same(password, user.Name);
        return Task.FromResult(isGood ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = "password", Description = Sentence }));
    }

    private static bool Same(string password, string text) => password.Equals(text, StringComparison.OrdinalIgnoreCase);
}
