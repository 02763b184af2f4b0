using System.Security.Claims;
using Dateline.Storage;
using Dateline.Storage.Members;

namespace Dateline.Desk.Members;

/// <summary>Who is asking: a person signed in, or the holder of a token.</summary>
/// <param name="Name">Bears everything they do.</param>
/// <param name="Role">What they may do.</param>
public sealed record Member(string Name, Role Role)
{
    internal const string SessionClaim = "session";

    private const string FormerNameClaim = "former-name";

    /// <summary>The person's id; null for a token.</summary>
    public string? Id { get; init; }

    /// <summary>The session's id; null for a token.</summary>
    public string? Session { get; init; }

    /// <summary>What the person was called before: what they wrote under it is still theirs.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    public bool MayPublish => Role >= Role.Editor;

    /// <summary>Whether this name is or was theirs.</summary>
    public bool Is(string name) => name == Name || FormerNames.Contains(name);

    internal static Member Of(Session session) => new(session.Person.Name, session.Person.Role)
    {
        Id = session.Person.Id,
        Session = session.Id,
        FormerNames = [.. session.Names.Where(name => name != session.Person.Name)],
    };

    internal static Member Of(ClaimsPrincipal user) => new(user.Identity!.Name!, Enum.Parse<Role>(user.FindFirstValue(ClaimTypes.Role)!))
    {
        Id = user.FindFirstValue(ClaimTypes.NameIdentifier),
        Session = user.FindFirstValue(SessionClaim),
        FormerNames = [.. user.FindAll(FormerNameClaim).Select(claim => claim.Value)],
    };

    internal ClaimsPrincipal Principal(string scheme)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, Name), new Claim(ClaimTypes.Role, Role.ToString())], scheme);
        if (Id is not null) identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, Id));
        if (Session is not null) identity.AddClaim(new Claim(SessionClaim, Session));
        identity.AddClaims(FormerNames.Select(name => new Claim(FormerNameClaim, name)));
        return new ClaimsPrincipal(identity);
    }
}
