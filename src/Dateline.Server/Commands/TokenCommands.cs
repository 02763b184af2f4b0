using System.CommandLine;
using System.Text.Json.Nodes;
using Dateline.Core.Posts;
using Dateline.Storage;

namespace Dateline.Server.Commands;

/// <summary><c>dateline token</c>: keys for scripts and other programs.</summary>
internal static class TokenCommands
{
    public static Command Command() => new("token", "Tokens for the newsroom's API.") { Create(), List(), Revoke() };

    private static Command Create()
    {
        var name = new Option<string>("--name") { Description = "Bears everything done with the token.", Required = true };
        var role = new Option<string>("--role") { Description = "reporter, editor or admin.", Required = true };
        role.AcceptOnlyFromAmong("reporter", "editor", "admin");
        var command = new Command("create", "Make a token and print it, this once.") { name, role, Options.Data, Options.Json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var made = await Book(parsed).Create(parsed.GetValue(name)!, Enum.Parse<Role>(parsed.GetValue(role)!, ignoreCase: true), Options.CommandLineName, cancellation);
            if (!made.Try(out var secret, out var refusal)) return CommandLine.Failed(refusal);
            return parsed.GetValue(Options.Json) ? CommandLine.Done(new JsonObject { ["name"] = parsed.GetValue(name), ["token"] = secret }) : CommandLine.Done(secret);
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "All tokens, without their secrets.") { Options.Data, Options.Json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var tokens = await Book(parsed).List(cancellation);
            if (parsed.GetValue(Options.Json))
                return CommandLine.Done(new JsonArray([.. tokens.Select(token => new JsonObject { ["name"] = token.Name, ["role"] = Role(token), ["createdAt"] = Instants.Write(token.CreatedAt), ["revoked"] = token.RevokedAt is not null })]));
            foreach (var token in tokens) CommandLine.Done($"{token.Name}\t{Role(token)}\t{(token.RevokedAt is { } at ? $"revoked {Instants.Write(at)}" : "in use")}");
            return 0;
        });
        return command;
    }

    private static Command Revoke()
    {
        var name = new Argument<string>("NAME");
        var command = new Command("revoke", "End a token; its next request is refused.") { name, Options.Data };
        command.SetAction(async (parsed, cancellation) =>
            (await Book(parsed).Revoke(parsed.GetValue(name)!, Options.CommandLineName, cancellation)).Try(out var token, out var refusal) ? CommandLine.Done($"{token.Name} is revoked.") : CommandLine.Failed(refusal));
        return command;
    }

    private static TokenBook Book(ParseResult parsed) => Options.Tokens(parsed);

    private static string Role(Token token) => token.Role.ToString().ToLowerInvariant();
}
