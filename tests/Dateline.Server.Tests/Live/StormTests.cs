using System.Text.Json;
using Dateline.Public.Live;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dateline.Server.Tests.Live;

/// <summary>Two hundred readers whose connections break at random, while everything changes.</summary>
public sealed class StormTests
{
    private const int Readers = 200;
    private const int Changes = 150;

    [Theory]
    [InlineData(Lane.Door)]
    [InlineData(Lane.Kestrel)]
    public async Task Readers_who_are_cut_off_again_and_again_see_each_change_once_and_end_up_with_the_same_page(Lane lane)
    {
        var seed = Environment.TickCount;
        await using var server = await RunningServer.Start();
        await server.Begins("storm");
        var day = new BusyDay(server, "storm", new Random(seed));
        for (var i = 0; i < 30; i++) await day.Publish(shown: null);
        var from = await Head(server);

        var over = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var readers = Enumerable.Range(0, Readers).Select(i => new CutOffReader(server, lane, from, new Random(seed + i))).ToList();
        var reading = readers.Select(reader => reader.Reads(over.Task)).ToList();
        for (var i = 0; i < Changes; i++) await day.Act();
        over.SetResult(await Head(server));
        await Task.WhenAll(reading).Soon();

        var late = new CutOffReader(server, lane, from, new Random(seed));
        await late.Reads(over.Task);
        Assert.All(readers, reader =>
        {
            Assert.True(reader.Seen.SequenceEqual(Range(from + 1, over.Task.Result)), $"Seed {seed}: a reader saw {string.Join(' ', reader.Seen)}.");
            Assert.True(reader.Holds == late.Holds, $"Seed {seed}: a reader ended up with another page than one who came late.\n{reader.Holds}\n{late.Holds}");
        });
        Assert.True(readers.Sum(reader => reader.Cuts) > Readers, "Nobody was cut off.");
        var hub = server.Services.GetRequiredService<Hub>();
        await Bound.Until(() => hub.Readers == 0, "the server has let go of everyone who was cut off");
    }

    private static IEnumerable<long> Range(long first, long last) => Enumerable.Range(0, (int)(last - first + 1)).Select(i => first + i);

    private static async Task<long> Head(RunningServer server)
    {
        using var stream = await EventStream.Open(server.Http, "/live/storm/stream");
        return (await stream.Next("hello")).Seq;
    }

    /// <summary>Reads a few events, breaks off, comes back with its last number, and keeps what the frames make of the page.</summary>
    private sealed class CutOffReader(RunningServer server, Lane lane, long from, Random chance)
    {
        private readonly SortedDictionary<string, (int Revision, string Html)> _posts = [];
        private readonly SortedDictionary<string, string> _sections = [];

        public List<long> Seen { get; } = [];

        public int Cuts { get; private set; }

        public string Holds => string.Join('\n', _sections.Select(section => $"{section.Key}: {section.Value}").Concat(_posts.Values.Select(post => post.Html)));

        public async Task Reads(Task<long> over)
        {
            var last = from;
            while (!over.IsCompleted || last < await over)
            {
                using var stream = await EventStream.Open(server.Http, "/live/storm/stream", lastEventId: last, lane);
                for (var left = chance.Next(1, 30); left > 0 && !(over.IsCompleted && last >= await over); left--)
                {
                    var reading = stream.Next();
                    if (await Task.WhenAny(reading, over) != reading && last >= await over) break;
                    var next = await reading ?? throw new EndOfStreamException($"The server ended a stream of a page that is live, answered {(int)stream.Answer.StatusCode}.");
                    Assert.NotEqual("reset", next.Name);
                    if (next.Name != "change") continue;
                    Assert.Equal(next.Id, next.Seq);
                    Seen.Add(next.Seq);
                    Take(next.Json);
                    last = next.Seq;
                }
                Cuts++;
            }
        }

        private void Take(JsonElement frame)
        {
            var op = frame.GetProperty("op").GetString();
            if (op is "upsert" or "withdraw") Put(frame);
            if (op is "remove") _posts.Remove(frame.GetProperty("target").GetString()!);
            if (frame.TryGetProperty("fill", out var fill)) Put(fill);
            if (!frame.TryGetProperty("sections", out var sections)) return;
            foreach (var section in sections.EnumerateObject()) _sections[section.Name] = section.Value.GetString()!;
        }

        private void Put(JsonElement article)
        {
            var (target, revision) = (article.GetProperty("target").GetString()!, article.GetProperty("revision").GetInt32());
            if (!_posts.TryGetValue(target, out var shown) || shown.Revision < revision) _posts[target] = (revision, article.GetProperty("html").GetString()!);
        }
    }
}
