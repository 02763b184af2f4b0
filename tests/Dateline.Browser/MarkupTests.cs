using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Dateline.Core.Posts;
using Dateline.Testing;
using Xunit;

namespace Dateline.Browser;

/// <summary>The bytes as they are served: valid, and few.</summary>
[Collection(typeof(OnTheSampleDay))]
public sealed partial class MarkupTests(SampleDay day)
{
    private static readonly string Checker = Tree.At("web", "reader", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    // Properties of SVG that browsers know from stylesheets (SVG 2, 6.6 and 13) and the checker's list of properties does not.
    private const string OfDrawings = ".*Property .(rx|vector-effect|paint-order). doesn.t exist.*";

    [Fact]
    public async Task The_Nu_checker_finds_no_error_on_any_page()
    {
        var java = Tools.Find("java");
        Tools.Need(java, "Java", "install the package default-jre-headless");
        Tools.Need(Checker, "vnu-jar", "run npm ci in web/reader");
        using var folder = new TemporaryFolder();
        foreach (var (name, address) in SampleDay.Pages)
        {
            using var answer = await day.Server.Http.GetAsync(address);
            await File.WriteAllBytesAsync(folder.File($"{name.Replace(' ', '-')}.html"), await answer.Content.ReadAsByteArrayAsync());
        }
        using var checking = Process.Start(new ProcessStartInfo(java, ["-jar", Checker, "--errors-only", "--skip-non-html", "--filterpattern", OfDrawings, folder.Path]) { RedirectStandardError = true })!;
        var found = await checking.StandardError.ReadToEndAsync().Soon();
        await checking.WaitForExitAsync().Soon();
        Assert.True(checking.ExitCode == 0 && found.Length == 0, found);
    }

    [Fact]
    public async Task A_page_of_twenty_posts_of_text_travels_in_less_than_thirty_kilobytes_and_its_script_in_less_than_ten()
    {
        await using var server = await RunningServer.Start(new TurnedClock());
        await server.Begins("storm");
        var chance = new Random(20);
        for (var i = 0; i < 20; i++)
        {
            await server.Publishes("storm", new PostContent
            {
                Headline = Words(chance, 10),
                Bylines = [new Byline { Name = Words(chance, 2), Role = "Correspondent" }],
                Blocks = [NewsroomVerbs.Paragraph(Words(chance, 45)), NewsroomVerbs.Paragraph(Words(chance, 55))],
            });
        }
        Assert.InRange(await Travels(server, "/live/storm"), 2_000, 30_000);
        var script = Script().Match(await server.Http.GetStringAsync("/live/storm")).Groups[1].Value;
        Assert.InRange(await Travels(server, script), 2_000, 10_000);
    }

    private static async Task<int> Travels(RunningServer server, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var answer = await server.Http.SendAsync(request);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    // Made-up words of syllables: compression has no easier work than on real sentences.
    private static string Words(Random chance, int count)
    {
        string[] syllables = ["bar", "ri", "er", "ti", "de", "wa", "ter", "gate", "har", "bour", "mas", "pump", "street", "school", "night", "wind", "fore", "cast", "coun", "cil", "bridge", "rail"];
        return string.Join(' ', Enumerable.Range(0, count).Select(_ => string.Concat(Enumerable.Range(0, chance.Next(1, 4)).Select(_ => syllables[chance.Next(syllables.Length)]))));
    }

    [GeneratedRegex("src=\"(/assets/[^\"]+\\.js)\"")]
    private static partial Regex Script();
}
