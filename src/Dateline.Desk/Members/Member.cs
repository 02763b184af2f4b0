using System.Security.Claims;
using Dateline.Storage;

namespace Dateline.Desk.Members;

/// <summary>Who is asking: a person signed in, or the holder of a token.</summary>
/// <param name="Name">Bears everything they do.</param>
/// <param name="Role">What they may do.</param>
public sealed record Member(string Name, Role Role)
{
    public bool MayPublish => Role >= Role.Editor;

    internal static Member Of(ClaimsPrincipal user) => new(user.Identity!.Name!, Enum.Parse<Role>(user.FindFirstValue(ClaimTypes.Role)!));

    internal ClaimsPrincipal Principal(string scheme) => new(new ClaimsIdentity([new Claim(ClaimTypes.Name, Name), new Claim(ClaimTypes.Role, Role.ToString())], scheme));
}
