using Dateline.Storage;
using Microsoft.AspNetCore.Authorization;

namespace Dateline.Desk.Members;

/// <summary>The three rights of the newsroom; every route of the desk asks for one of them, or for a person who looks after their own account.</summary>
public static class Rights
{
    /// <summary>Write, save and file one's own posts; see the newsroom's work.</summary>
    public const string Write = "write";

    /// <summary>Publish, edit what is published, schedule, withdraw, take down, flag, and run live pages.</summary>
    public const string Publish = "publish";

    /// <summary>Tokens, users, settings.</summary>
    public const string Administer = "administer";

    /// <summary>One's own account: a person who is signed in, whatever their role. A token has none.</summary>
    public const string OwnAccount = "own account";

    internal static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Write, policy => policy.RequireRole(From(Role.Reporter)));
        options.AddPolicy(Publish, policy => policy.RequireRole(From(Role.Editor)));
        options.AddPolicy(Administer, policy => policy.RequireRole(From(Role.Admin)));
        options.AddPolicy(OwnAccount, policy => policy.RequireClaim(Member.SessionClaim));
        // A route that names no right is closed: forgetting one shuts a door instead of leaving it open.
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }

    private static string[] From(Role least) => [.. Enum.GetValues<Role>().Where(role => role >= least).Select(role => role.ToString())];
}
