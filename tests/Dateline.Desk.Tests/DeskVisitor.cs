using System.Net;
using Dateline.Storage.Members;

namespace Dateline.Desk.Tests;

/// <summary>Somebody at the desk's own page: keeps cookies, and says with every request where it comes from, as browsers do.</summary>
public sealed class DeskVisitor(Uri server, Person? person = null) : Visitor(server, null, ("Sec-Fetch-Site", "same-origin"), ("User-Agent", "Tests 1.0"))
{
    private readonly Uri _server = server;

    public Person Who => person!;

    public Cookie? Cookie => Cookies.GetCookies(_server)["dateline"];

    /// <summary>The same browser, driven by another site's page.</summary>
    public Visitor From(string? site)
    {
        var other = site is null ? new Visitor(_server, null) : new Visitor(_server, null, ("Sec-Fetch-Site", site));
        if (Cookie is { } cookie) other.Cookies.Add(_server, new Cookie(cookie.Name, cookie.Value));
        return other;
    }
}
