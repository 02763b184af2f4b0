using System.CommandLine;
using System.Text.Json.Nodes;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Server.Serving;
using Dateline.Storage;
using Dateline.Storage.Members;

namespace Dateline.Server.Commands;

/// <summary><c>dateline user</c>: the people of the newsroom. Whoever can run it owns the data folder, and so may let anybody in.</summary>
internal static class UserCommands
{
    private static readonly Option<string> Urls = new("--urls") { Description = "Where the server listens, for the address of links; DATELINE_PUBLICURL goes before it.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };

    public static Command Command() => new("user", "People of the newsroom.") { Add(), List(), Link(), Able("disable", "Somebody may not enter any more; their sessions end.", disabled: true), Able("enable", "Somebody may enter again.", disabled: false) };

    private static Command Add()
    {
        var name = new Argument<string>("NAME");
        var email = new Option<string>("--email") { Required = true };
        var role = new Option<string>("--role") { Description = "reporter, editor or admin.", Required = true };
        role.AcceptOnlyFromAmong("reporter", "editor", "admin");
        var command = new Command("add", "Add somebody, and print a link that signs them in once.") { name, email, role, Urls, Options.Data, Options.Json };
        command.SetAction(async (parsed, cancellation) =>
            Report(parsed, await Options.Members(parsed).Add(parsed.GetValue(name)!, parsed.GetValue(email)!, Enum.Parse<Role>(parsed.GetValue(role)!, ignoreCase: true), Options.CommandLineName, cancellation)));
        return command;
    }

    private static Command Link()
    {
        var who = Who();
        var command = new Command("link", "Print a new link that signs somebody in once; those made before end.") { who, Urls, Options.Data, Options.Json };
        command.SetAction(async (parsed, cancellation) => await Find(parsed, who, cancellation) is { } person
            ? Report(parsed, await Options.Members(parsed).Link(person.Id, Options.CommandLineName, cancellation))
            : NobodyCalled(parsed.GetValue(who)!));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Everybody, those who left too.") { Options.Data, Options.Json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var people = await Options.Members(parsed).List(cancellation);
            if (parsed.GetValue(Options.Json)) return CommandLine.Done(new JsonArray([.. people.Select(Of)]));
            foreach (var person in people) CommandLine.Done(Line(person));
            return 0;
        });
        return command;
    }

    private static Command Able(string verb, string description, bool disabled)
    {
        var who = Who();
        var command = new Command(verb, description) { who, Options.Data, Options.Json };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (await Find(parsed, who, cancellation) is not { } found) return NobodyCalled(parsed.GetValue(who)!);
            if (!(await Options.Members(parsed).Change(found.Id, new MemberEdit(Disabled: disabled), Options.CommandLineName, cancellation)).Try(out var person, out var refusal)) return CommandLine.Failed(refusal);
            return parsed.GetValue(Options.Json) ? CommandLine.Done(Of(person)) : CommandLine.Done(Line(person));
        });
        return command;
    }

    private static Argument<string> Who() => new("WHO") { Description = "A name, an e-mail address or an id." };

    private static Task<Person?> Find(ParseResult parsed, Argument<string> who, CancellationToken cancellation) => Options.Members(parsed).Find(parsed.GetValue(who)!, cancellation);

    private static int NobodyCalled(string who) => CommandLine.Failed($"There is nobody called “{who}” in this newsroom; see: dateline user list.");

    private static int Report(ParseResult parsed, Result<Newcomer> result)
    {
        if (!ServerSettings.Read(parsed.GetValue(Urls)!, parsed.GetValue(Options.Data)!.FullName, demo: false).Try(out var settings, out var refusal) || !result.Try(out var newcomer, out refusal)) return CommandLine.Failed(refusal);
        var link = settings.Desk.Welcome(newcomer.Link);
        if (!parsed.GetValue(Options.Json)) return CommandLine.Done(link);
        var json = Of(newcomer.Person);
        json["link"] = link;
        return CommandLine.Done(json);
    }

    private static string Line(Person person) => $"{person.Name}\t{person.Email}\t{Word(person.Role)}\t{(person.DisabledAt is { } at ? $"disabled {Instants.Write(at)}" : "may enter")}";

    private static JsonObject Of(Person person) => new() { ["id"] = person.Id, ["name"] = person.Name, ["email"] = person.Email, ["role"] = Word(person.Role), ["disabled"] = person.DisabledAt is not null };

    private static string Word(Role role) => role.ToString().ToLowerInvariant();
}
