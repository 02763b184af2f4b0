using System.Net;
using System.Text;
using System.Text.Json;
using Dateline.Core.Posts;
using Dateline.Testing;
using Microsoft.AspNetCore.Authorization;

namespace Dateline.Server.Tests.Live;

/// <summary>An answer that anybody can get.</summary>
internal sealed record PublicAnswer(string Address, HttpStatusCode Status, string Text)
{
    public override string ToString() => $"{Address} → {(int)Status}";
}

/// <summary>Every answer that anybody can get about a live page: of every route that asks for no sign-in.</summary>
internal sealed class PublicAnswers(RunningServer server, string slug, params PostId[] posts)
{
    /// <summary>Routes that say nothing of any live page.</summary>
    private static readonly HashSet<string> Apart =
    [
        "/healthz", "/readyz", "/assets/{name}", "/openapi/{documentName}.json", "/api/v1/{**rest}",
        // Signing in, which gives a person what is theirs, and the desk's page, which is a file of the build: no post comes near either.
        "/api/v1/session/", "/api/v1/session/link", "/api/v1/session/passkey/options", "/api/v1/session/passkey", "/desk/oidc", "/desk/{**path}",
    ];

    /// <summary>The public routes that no answer below is of: none, or what is secret could stand there unseen.</summary>
    public static IEnumerable<string> NotAskedFor(RunningServer server)
    {
        string[] asked =
        [
            "/", "/live/{slug}", "/live/{slug}/page/{number:int}", "/live/{slug}/posts/{id}", "/live/{slug}/stream", "/live/{slug}/changes",
            "/live/{slug}/feed.{format}", "/{**path}",
            // Held to the same in PictureTests, and for recordings in RecordingsApiTests of the desk.
            "/media/{hash}/{file}", "/media/{hash}/hls/{file}",
        ];
        return server.Routes.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(route => route.RoutePattern.RawText!)
            .Where(pattern => !Apart.Contains(pattern) && !asked.Contains(pattern)).Distinct();
    }

    /// <summary>The list of all live pages, which is public whatever is in it.</summary>
    public Task<PublicAnswer> Index() => Get("/");

    /// <summary>What is public about the page, if anything is.</summary>
    public async Task<IReadOnlyList<PublicAnswer>> OfThePage()
    {
        var answers = new List<PublicAnswer>();
        foreach (var address in Addresses()) answers.Add(await Get(address));
        answers.AddRange(await Polls());
        answers.Add(await Stream());
        return answers;
    }

    private IEnumerable<string> Addresses()
    {
        yield return $"/live/{slug}";
        yield return $"/live/{slug}?at=3";
        yield return $"/live/{slug}.json";
        foreach (var page in new[] { 1, 2 })
        {
            yield return $"/live/{slug}/page/{page}";
            yield return $"/live/{slug}.json?page={page}";
        }
        foreach (var format in new[] { "rss", "atom", "json" }) yield return $"/live/{slug}/feed.{format}";
        foreach (var post in posts) yield return $"/live/{slug}/posts/{post}";
        yield return $"/live/{slug}/elsewhere";
    }

    private async Task<PublicAnswer> Get(string address)
    {
        using var answer = await server.Http.GetAsync(address);
        return new PublicAnswer(address, answer.StatusCode, answer.Headers + await answer.Content.ReadAsStringAsync());
    }

    private async Task<IReadOnlyList<PublicAnswer>> Polls()
    {
        var answers = new List<PublicAnswer>();
        for (var (from, head) = (0L, 1L); from < head;)
        {
            var answer = await Get($"/live/{slug}/changes?after={from}");
            answers.Add(answer);
            if (answer.Status != HttpStatusCode.OK) break;
            var batch = JsonElement.Parse(answer.Text[answer.Text.IndexOf('{', StringComparison.Ordinal)..]);
            head = batch.GetProperty("head").GetInt64();
            from = batch.GetProperty("changes").EnumerateArray().Last().GetProperty("seq").GetInt64();
        }
        return answers;
    }

    private async Task<PublicAnswer> Stream()
    {
        var address = $"/live/{slug}/stream?after=0";
        using var stream = await EventStream.Open(server.Http, address);
        var said = new StringBuilder();
        if (stream.Answer.StatusCode == HttpStatusCode.OK)
        {
            var head = (await stream.Next("hello")).Seq;
            foreach (var change in await stream.ChangesTo(head)) said.AppendLine(change.Data);
        }
        return new PublicAnswer(address, stream.Answer.StatusCode, said.ToString());
    }
}
