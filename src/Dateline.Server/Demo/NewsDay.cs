using System.Text.Json.Nodes;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Storage;
using Dateline.Storage.Imports;

namespace Dateline.Server.Demo;

/// <summary>Plays the sample pages as a newsroom would fill them: what is there already at once, the rest as it happens.</summary>
/// <remarks>On a data folder where the day has begun it goes on where it stopped.</remarks>
internal sealed class NewsDay(Newsroom newsroom, Staging staging, Drawings drawings, TimeProvider time, ILogger<NewsDay> log) : BackgroundService
{
    private const string Editor = "Jonah Whitlock";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var samples = Sample.All(await drawings.Keep(Editor, stoppingToken));
        foreach (var sample in samples)
        {
            await using var reader = newsroom.Read();
            if (await reader.Coverage(sample.Slug, stoppingToken) is not null) continue;
            var landing = new Landing(sample.Slug, sample.Status, Editor);
            if ((await staging.Bring(sample.Already(time.GetUtcNow()), landing, progress: null, stoppingToken)).Refusal is { } refusal) log.LogError("The sample {Sample} cannot be played: {Why}", sample.Slug, refusal.Sentence);
        }
        await Task.WhenAll(samples.Select(sample => Play(sample, stoppingToken)));
    }

    private async Task Play(Sample sample, CancellationToken stopping)
    {
        var steps = sample.Then;
        for (var i = await Begun(sample); i < steps.Count; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(steps[i]["afterSeconds"]!.GetValue<double>()), time, stopping);
            var done = await newsroom.Change(sample.Slug, open => Do(open, steps[i]), stopping);
            if (done.Refusal is { } refusal) log.LogError("Step {Step} of the sample {Sample} was refused: {Why}", i, sample.Slug, refusal.Sentence);
        }
    }

    // The first step after the last post that is there.
    private async Task<int> Begun(Sample sample)
    {
        await using var reader = newsroom.Read();
        var begun = 0;
        for (var i = 0; i < sample.Then.Count; i++)
            if ((string?)sample.Then[i]["do"] == "publish" && await reader.Post(sample.Slug, Sample.Id(sample.Then[i]), CancellationToken.None) is not null) begun = i + 1;
        return begun;
    }

    private static async Task<Result<bool>> Do(OpenCoverage open, JsonObject step)
    {
        if ((string?)step["do"] == "coverage")
        {
            if (!open.Coverage.Edit(Sample.Edit(step["coverage"]!), open.Now).Try(out var next, out var refused)) return refused;
            await open.Keep(next, Editor, "edited");
            return true;
        }
        var before = open.Find(Sample.Id(step));
        if (!(await Next(open, step, before)).Try(out var after, out var refusal)) return refusal;
        await open.Keep(before, after, Editor, Did(step), (string?)step["note"] ?? (string?)step["reason"]);
        if ((step["post"] ?? step["flags"])?["pinned"] is { } pinned)
        {
            var pin = pinned.GetValue<bool>() ? after.Id : open.Coverage.Pin?.Post == after.Id ? null : open.Coverage.Pin?.Post;
            await open.Keep(open.Coverage.Pinning(pin, Editor, open.Now), Editor, "pinned");
        }
        return true;
    }

    private static async Task<Result<Post>> Next(OpenCoverage open, JsonObject step, Post? before)
    {
        switch ((string?)step["do"])
        {
            case "publish":
                var content = Sample.Content(step["post"]!);
                if (step["minutesAgo"] is { } ago) content = content with { Time = new ShownTime(open.Now.AddMinutes(-ago.GetValue<double>())) };
                var by = content.Bylines is [{ Name: { } writer }, ..] ? writer : Editor;
                if (!Post.Begin(Sample.Id(step), content, by, open.Now).Try(out var begun, out var refusal)) return refusal;
                if (!begun.Publish(Editor, open.Now, open.NextOrdinal()).Try(out var published, out refusal)) return refusal;
                return Flagged(published, step["post"]!, open.Now);
            case "edit":
                if (!before!.Save(Sample.Content(step["post"]!)).Try(out var saved, out refusal)) return refusal;
                var kind = Enum.Parse<EditKind>((string?)step["as"] ?? "update", ignoreCase: true);
                if (!saved.Publish(Editor, open.Now, 0, kind, (string?)step["note"]).Try(out var edited, out refusal)) return refusal;
                return Flagged(edited, step["post"]!, open.Now);
            case "withdraw":
                return before!.Withdraw(Editor, open.Now, (string?)step["notice"], (string?)step["reason"]);
            case "takeDown":
                return before!.TakeItDown(Editor, open.Now, (string?)step["reason"]);
            case "flags":
                return Flagged(before!, step["flags"]!, open.Now);
            default:
                return new Refusal(RefusalKind.Invalid, $"“{step["do"]}” is nothing that can be done.");
        }
    }

    // As the audit log says it.
    private static string Did(JsonObject step) => (string?)step["do"] switch
    {
        "edit" => (string?)step["as"] ?? "update",
        "withdraw" => "withdrawn",
        "takeDown" => "taken down",
        "flags" => "flagged",
        _ => "published",
    };

    private static Result<Post> Flagged(Post post, JsonNode flags, DateTimeOffset now) =>
        post.Flag(Editor, now, flags["breaking"]?.GetValue<bool>(), flags["keyEvent"]?.GetValue<bool>());
}
