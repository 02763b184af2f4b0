using System.CommandLine;
using System.Text.Json.Nodes;
using Dateline.Core.Blocks;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Core.Text;

namespace Dateline.Server.Commands;

/// <summary><c>dateline post</c>: the few things an operator may have to do when nothing else answers.</summary>
internal static class PostCommands
{
    public static Command Command() => new("post", "Posts.") { Add(), List(), Withdraw(), TakeDown() };

    private static Command Add()
    {
        var slug = new Argument<string>("SLUG");
        var headline = new Option<string?>("--headline");
        var text = new Option<string[]>("--text") { Description = "A paragraph; give it again for another.", AllowMultipleArgumentsPerToken = false };
        var publish = new Option<bool>("--publish") { Description = "Publish it at once; otherwise it is a draft." };
        var command = new Command("add", "Write a post.") { slug, headline, text, publish, Options.Data, Options.Json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var content = new PostContent
            {
                Headline = parsed.GetValue(headline),
                Blocks = [.. (parsed.GetValue(text) ?? []).Select(paragraph => new Paragraph { Text = RichText.Plain(paragraph) })],
            };
            var result = await Options.Newsroom(parsed).Change(parsed.GetValue(slug)!, async open =>
            {
                if (!Post.Begin(new PostId(Guid.CreateVersion7(open.Now)), content, Options.CommandLineName, open.Now).Try(out var post, out var refusal)) return refusal;
                if (parsed.GetValue(publish) && !post.Publish(Options.CommandLineName, open.Now, open.NextOrdinal(), asks: open.Rules().Checklist).Try(out post, out refusal)) return refusal;
                await open.Keep(null, post, Options.CommandLineName, parsed.GetValue(publish) ? "published" : "saved");
                return (Result<Post>)post;
            }, cancellation);
            return Report(parsed, result);
        });
        return command;
    }

    private static Command List()
    {
        var slug = new Argument<string>("SLUG");
        var command = new Command("list", "The newest hundred posts, drafts too.") { slug, Options.Data, Options.Json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var reader = Options.Newsroom(parsed).Read();
            if (await reader.Coverage(parsed.GetValue(slug)!, cancellation) is null) return CommandLine.Failed($"There is no live page “{parsed.GetValue(slug)}”.");
            var (posts, _) = await reader.Posts(parsed.GetValue(slug)!, state: null, keyEvent: null, after: null, most: 100, cancellation);
            if (parsed.GetValue(Options.Json)) return CommandLine.Done(new JsonArray([.. posts.Select(kept => Of(kept.Post))]));
            foreach (var kept in posts) CommandLine.Done(Line(kept.Post));
            return 0;
        });
        return command;
    }

    private static Command Withdraw()
    {
        var notice = new Option<string>("--notice") { Description = "What readers are told.", Required = true };
        return Verb("withdraw", "withdrawn", "Take a post back with a public notice.", notice, (post, parsed, at) => post.Withdraw(Options.CommandLineName, at, parsed.GetValue(notice), null));
    }

    private static Command TakeDown()
    {
        var reason = new Option<string?>("--reason") { Description = "Why, for the newsroom alone." };
        return Verb("take-down", "taken down", "Take a post back without a public trace.", reason, (post, parsed, at) => post.TakeItDown(Options.CommandLineName, at, parsed.GetValue(reason)));
    }

    private static Command Verb(string name, string did, string description, Option option, Func<Post, ParseResult, DateTimeOffset, Result<Post>> verb)
    {
        var (slug, id) = (new Argument<string>("SLUG"), new Argument<string>("ID"));
        var command = new Command(name, description) { slug, id, option, Options.Data, Options.Json };
        command.SetAction(async (parsed, cancellation) => Report(parsed, await Options.Newsroom(parsed).Change(parsed.GetValue(slug)!, async open =>
        {
            if (!PostId.TryParse(parsed.GetValue(id), out var key) || open.Find(key) is not { } before) return new Refusal(RefusalKind.NotFound, "There is no such post on this live page.");
            if (!verb(before, parsed, open.Now).Try(out var after, out var refusal)) return refusal;
            await open.Keep(before, after, Options.CommandLineName, did);
            return (Result<Post>)after;
        }, cancellation)));
        return command;
    }

    private static int Report(ParseResult parsed, Result<Post> result)
    {
        if (!result.Try(out var post, out var refusal)) return CommandLine.Failed(refusal);
        return parsed.GetValue(Options.Json) ? CommandLine.Done(Of(post)) : CommandLine.Done(Line(post));
    }

    private static string Line(Post post) => $"{post.Id}\t{post.State.ToString().ToLowerInvariant()}\t{post.Latest.Headline}";

    private static JsonObject Of(Post post) => new() { ["id"] = post.Id.ToString(), ["state"] = post.State.ToString().ToLowerInvariant(), ["headline"] = post.Latest.Headline };
}
