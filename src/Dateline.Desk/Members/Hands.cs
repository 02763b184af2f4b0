using System.Security.Claims;
using Dateline.Storage.Audit;
using Dateline.Storage.Members;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Members;

/// <summary>Whose hand a request is, for the audit log.</summary>
internal static class Hands
{
    public static Hand Of(HttpRequest request, ClaimsPrincipal user)
    {
        var member = Member.Of(user);
        return new Hand(member.Name, Address(request.HttpContext), member.Session is { } session ? $"session {session}" : "token");
    }

    public static Visit Visit(HttpContext context) => new(Address(context), context.Request.Headers.UserAgent.ToString());

    /// <summary>The address of the sender; behind proxies that are named in the settings, the one they forward.</summary>
    public static string Address(HttpContext context) => context.Connection.RemoteIpAddress is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
        : "unknown";
}
