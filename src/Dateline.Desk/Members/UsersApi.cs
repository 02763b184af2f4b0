using System.Security.Claims;
using System.Text.Json.Nodes;
using Dateline.Desk.Answers;
using Dateline.Desk.Live;
using Dateline.Storage;
using Dateline.Storage.Members;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Members;

/// <summary>The people of the newsroom: seen by all who write, kept by administrators.</summary>
internal static class UsersApi
{
    private const string Roles = "A person is reporter, editor or admin.";

    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Users");

        api.MapGet("/users", List).RequireAuthorization(Rights.Write).Answers<UserListSchema>().WithSummary("Who is in the newsroom; administrators see addresses, and those who left");
        api.MapPost("/users", Add).RequireAuthorization(Rights.Administer).Takes<NewUserSchema>().Answers<NewcomerSchema>(StatusCodes.Status201Created).WithSummary("Add somebody; the link signs them in once");
        api.MapPatch("/users/{id}", Change).RequireAuthorization(Rights.Administer).Takes<UserEditSchema>().Answers<UserSchema>().WithSummary("Change somebody's name or role, or whether they may enter; it holds at once");
        api.MapPost("/users/{id}/link", Link).RequireAuthorization(Rights.Administer).Answers<NewcomerSchema>(StatusCodes.Status201Created).WithSummary("A new sign-in link; those made before end");
    }

    private static async Task<IResult> List(ClaimsPrincipal user, MemberBook members, CancellationToken cancellation)
    {
        var people = await members.List(cancellation);
        var all = Member.Of(user).Role == Role.Admin;
        return AnswerWriter.Ok(new JsonObject { ["users"] = new JsonArray([.. people.Where(person => all || person.DisabledAt is null).Select(person => all ? UserAnswer.Whole(person) : UserAnswer.Brief(person))]) });
    }

    private static async Task<IResult> Add(HttpRequest request, ClaimsPrincipal user, MemberBook members, DeskSettings settings, CancellationToken cancellation)
    {
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var fields = new Fields(body.Json);
        var (name, email) = (fields.NeededText("name"), fields.NeededText("email"));
        fields.NeededText("role");
        var role = fields.Named<Role>("role", Roles);
        if (fields.Refusal is { } unusable) return unusable.ToHttp();
        return (await members.Add(name, email, role!.Value, Hands.Of(request, user), cancellation)).Try(out var newcomer, out refusal) ? Welcome(newcomer, settings) : refusal.ToHttp();
    }

    private static async Task<IResult> Change(string id, HttpRequest request, ClaimsPrincipal user, MemberBook members, Newsdesk desk, CancellationToken cancellation)
    {
        if (!(await Body.Read(request)).Try(out var body, out var refusal)) return refusal.ToHttp();
        var fields = new Fields(body.Json);
        var edit = new MemberEdit(fields.Text("name"), fields.Named<Role>("role", Roles), fields.Flag("disabled"));
        if (fields.Refusal is { } unusable) return unusable.ToHttp();
        if (!(await members.Change(id, edit, Hands.Of(request, user), cancellation)).Try(out var person, out refusal)) return refusal.ToHttp();
        await desk.CheckRights(CancellationToken.None);
        return AnswerWriter.Ok(UserAnswer.Whole(person));
    }

    private static async Task<IResult> Link(string id, HttpRequest request, ClaimsPrincipal user, MemberBook members, DeskSettings settings, CancellationToken cancellation) =>
        (await members.Link(id, Hands.Of(request, user), cancellation)).Try(out var newcomer, out var refusal) ? Welcome(newcomer, settings) : refusal.ToHttp();

    private static IResult Welcome(Newcomer newcomer, DeskSettings settings) =>
        AnswerWriter.Ok(new JsonObject { ["user"] = UserAnswer.Whole(newcomer.Person), ["link"] = settings.Welcome(newcomer.Link) }, StatusCodes.Status201Created);
}
