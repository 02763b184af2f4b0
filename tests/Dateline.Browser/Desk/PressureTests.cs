using System.Text.Json.Nodes;
using Dateline.Core.Posts;
using Dateline.Core.Rules;
using Dateline.Storage;
using Dateline.Storage.Members;
using Dateline.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser.Desk;

/// <summary>A desk under pressure: second thoughts, urgent filings, two editors at one post, and a right that ends in the middle of a sentence.</summary>
public sealed class PressureTests(Chromium chromium) : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await RunningServer.Start();
        await _server.Begins("storm");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task<OpenPage> Reader() => OpenPage.Open(chromium, new Uri(_server.Address, "/live/storm"));

    private async Task Agrees(HouseRules rules) =>
        _ = (await _server.Services.GetRequiredService<RulesBook>().Change(_ => rules, "the test", (_, _) => "for a test", CancellationToken.None)).Value;

    private async Task<AtTheDesk> AtDesk(string name, Role role)
    {
        var person = await AtTheDesk.Comes(chromium, _server, name, role);
        await person.OpensDesk("storm");
        return person;
    }

    [Fact]
    public async Task A_post_can_be_called_back_whole_while_its_delay_runs()
    {
        await Agrees(new HouseRules { SendDelay = 60 });
        await using var ana = await AtDesk("Ana Reis", Role.Editor);
        await ana.Writes("The gate is open", "It went up at nine.");
        await ana.Keys.PressAsync("Control+Enter");
        await ana.Page.GetByText("It goes out").WaitForAsync();
        await ana.Headline.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await ana.Keys.PressAsync("Escape");
        await ana.Text.GetByText("It went up at nine.").WaitForAsync();
        Assert.Equal("The gate is open", await ana.Headline.InputValueAsync());
        await Bound.Until(async () => await StateOf("The gate is open") == PostState.Draft, "the server holds it no more");
        Assert.Empty(ana.Open.Complaints);
    }

    [Fact]
    public async Task A_post_goes_out_after_its_delay_although_the_tab_was_closed()
    {
        await Agrees(new HouseRules { SendDelay = 3 });
        await using var reader = await Reader();
        var ana = await AtDesk("Ana Reis", Role.Editor);
        await ana.Writes("The gate is open", "It went up at nine.");
        await ana.Keys.PressAsync("Control+Enter");
        await ana.Stream.GetByText("Scheduled for").WaitForAsync();
        await ana.DisposeAsync();
        await reader.Shows("It went up at nine.");
    }

    [Fact]
    public async Task A_flash_never_waits()
    {
        await Agrees(new HouseRules { SendDelay = 60, Checklist = new Checklist { Byline = Ask.Must } });
        await using var reader = await Reader();
        await using var ana = await AtDesk("Ana Reis", Role.Editor);
        await ana.Keys.PressAsync("f");
        await ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Breaking → The story of storm" }).WaitForAsync();
        await ana.Keys.TypeAsync("The wall has gone");
        await ana.Keys.PressAsync("Enter");
        await reader.Shows("The wall has gone");
    }

    [Fact]
    public async Task An_urgent_filing_is_seen_and_heard_once_and_can_be_silenced_on_this_device()
    {
        await using var ben = await AtDesk("Ben Otieno", Role.Reporter);
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        // What is heard is told by the browser's own audio: each tone is an oscillator that is started.
        await ana.Page.AddInitScriptAsync("window.tones = 0; const start = OscillatorNode.prototype.start; OscillatorNode.prototype.start = function (...when) { window.tones++; return start.apply(this, when); };");
        await ana.OpensDesk("storm");
        await ana.Stream.ClickAsync();
        Task<int> Tones() => ana.Page.EvaluateAsync<int>("window.tones");

        await Files("Just a line", urgent: false);
        await ana.Queue.GetByText("Just a line").First.WaitForAsync();
        await Files("Power is back", urgent: true, "Confirmed by the operator");
        var strip = ana.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Power is back" });
        await strip.WaitForAsync();
        await ana.Queue.GetByText("“Confirmed by the operator”").WaitForAsync();
        await Bound.Until(async () => await Tones() == 2, "the two tones have sounded");
        Assert.Equal(0, await ben.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Power is back" }).CountAsync());

        await strip.GetByRole(AriaRole.Button, new() { Name = "Switch the sound off" }).ClickAsync();
        await strip.GetByRole(AriaRole.Button, new() { Name = "Switch the sound on" }).WaitForAsync();
        await Files("Power is gone again", urgent: true);
        await ana.Page.GetByText("1 more").WaitForAsync();
        Assert.Equal(2, await Tones());
        Assert.Empty(ana.Open.Complaints);

        async Task Files(string headline, bool urgent, string? note = null)
        {
            await ben.Writes(headline, "The operator says so.");
            if (urgent) await ben.Page.GetByLabel("Urgent").CheckAsync();
            if (note is not null) await ben.Page.GetByLabel("Note for the desk").FillAsync(note);
            await ben.Headline.FocusAsync();
            await ben.Keys.PressAsync("Control+Enter");
            await ben.Page.GetByText("Press N for a new post.").WaitForAsync();
        }
    }

    [Fact]
    public async Task Who_takes_a_post_over_has_it_alone_until_another_takes_it_in_so_many_words()
    {
        await using var ben = await AtDesk("Ben Otieno", Role.Reporter);
        await using var ana = await AtDesk("Ana Reis", Role.Editor);
        await using var dana = await AtDesk("Dana Voss", Role.Editor);
        await ben.Writes("Power is back", "The operator says so.");
        await ben.Keys.PressAsync("Control+Enter");
        await dana.Queue.GetByText("Filed by Ben Otieno").WaitForAsync();
        await dana.Keys.PressAsync("q");
        await dana.Keys.PressAsync("e");
        await dana.Headline.WaitForAsync();
        await ana.Queue.GetByText("Being edited by Dana Voss since").WaitForAsync();
        await ana.Keys.PressAsync("q");
        await ana.Keys.PressAsync("p");
        await ana.Page.Locator(".notice.bad").GetByText("Being edited by Dana Voss since").WaitForAsync();
        await ana.Keys.PressAsync("e");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Take it from Dana Voss" }).ClickAsync();
        await dana.Queue.GetByText("Being edited by Ana Reis since").WaitForAsync();
        await dana.Headline.FillAsync("Power is back in Port Ellis");
        await dana.Page.GetByText("Not saved: Being edited by Ana Reis since").WaitForAsync();
        Assert.Equal("Power is back in Port Ellis", await dana.Headline.InputValueAsync());
        // Ana lays it down; what Dana wrote is saved by itself.
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Close this draft" }).ClickAsync();
        await dana.Page.Locator(".standing").GetByText("Saved", new() { Exact = true }).WaitForAsync();
    }

    [Fact]
    public async Task Words_go_out_and_the_picture_waits_until_its_alt_text_is_there()
    {
        await using var admin = await AtTheDesk.Comes(chromium, _server, "Ada Quist", Role.Admin);
        await admin.Goes("/desk/rules");
        await admin.Page.GetByLabel("Alt text").SelectOptionAsync("must");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await admin.Sees("Saved");
        var picture = new Core.Blocks.Image { Id = "i1", Caption = Core.Text.RichText.Plain("The gate at nine"), Credit = "Courier" };
        var post = await _server.Drafts("storm", new PostContent { Headline = "The gate is open", Bylines = [new Byline { Name = "Ada Quist" }], Blocks = [NewsroomVerbs.Paragraph("It went up at nine."), picture] });
        await using var reader = await Reader();
        await admin.Goes($"/desk/pages/storm/posts/{post.Id}");
        await admin.Page.GetByText("The picture waits.").WaitForAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Publish to" }).ClickAsync();
        await reader.Shows("It went up at nine.");
        Assert.DoesNotContain("The gate at nine", await reader.Page.Locator("main").TextContentAsync(), StringComparison.Ordinal);
        await admin.Stream.GetByText("Owed: alt text").WaitForAsync();
        await admin.Stream.GetByText("1 picture waits").WaitForAsync();
    }

    [Fact]
    public async Task A_right_that_ends_while_somebody_types_is_said_and_the_text_stays()
    {
        await using var ana = await AtDesk("Ana Reis", Role.Editor);
        await ana.Writes("The gate is open", "It went up at nine.");
        await ana.Page.Locator(".standing").GetByText("Saved", new() { Exact = true }).WaitForAsync();
        var people = _server.Services.GetRequiredService<MemberBook>();
        var who = (await people.List(CancellationToken.None)).Single(person => person.Name == "Ana Reis");
        await people.Add("Another Admin", "admin@courier.example", Role.Admin, "the test", CancellationToken.None);
        _ = (await people.Change(who.Id, new MemberEdit(null, Role.Reporter, null), "the test", CancellationToken.None)).Value;
        await ana.Keys.PressAsync("Control+Enter");
        await ana.Page.GetByText("Only editors publish and flag; file the post instead, and they will see it.").First.WaitForAsync();
        Assert.Equal("The gate is open", await ana.Headline.InputValueAsync());
        // The desk has understood: its button files.
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "File for The story of storm" }).WaitForAsync();
        await ana.Text.GetByText("It went up at nine.").WaitForAsync();
    }

    [Fact]
    public async Task A_clock_that_is_off_by_a_day_is_said_and_times_follow_the_server()
    {
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.Page.AddInitScriptAsync("const now = Date.now; Date.now = () => now() + 86_400_000;");
        await ana.OpensDesk("storm");
        await ana.Page.GetByText("This device’s clock is 24 hours ahead.").WaitForAsync();
        await ana.Writes("The gate is open", "It went up at nine.");
        await ana.Keys.PressAsync("Control+Enter");
        await ana.Stream.GetByText("The gate is open").First.WaitForAsync();
        var shown = (await Posts()).Single().Live!.Time!.Value.At;
        Assert.InRange(shown, _server.Time.GetUtcNow() - TimeSpan.FromMinutes(10), _server.Time.GetUtcNow());
    }

    [Theory]
    [InlineData(503, "Another program holds the newsroom's database and does not let go; nothing was kept there.")]
    [InlineData(507, "The server's disk is full, so nothing can be kept there.")]
    public async Task What_the_server_cannot_keep_is_said_in_its_words_and_goes_out_by_itself_later(int status, string sentence)
    {
        await using var reader = await Reader();
        await using var ana = await AtDesk("Ana Reis", Role.Editor);
        var trouble = true;
        await ana.Page.RouteAsync("**/api/v1/coverages/storm/posts/**", route => trouble && route.Request.Method == "PUT"
            ? route.FulfillAsync(new() { Status = status, ContentType = "application/problem+json", Body = $$"""{"title":"{{sentence}}","status":{{status}}}""" })
            : route.ContinueAsync());
        await ana.Writes("The gate is open", "It went up at nine.");
        await ana.Page.Locator(".standing").GetByText($"Kept on this device. {sentence}").WaitForAsync();
        await ana.Keys.PressAsync("Control+Enter");
        await ana.Page.Locator(".road").GetByText(sentence).WaitForAsync();
        trouble = false;
        await reader.Shows("It went up at nine.");
    }

    [Fact]
    public async Task A_pasted_document_of_five_megabytes_is_said_to_be_too_long_and_what_was_written_stays()
    {
        await using var ana = await AtDesk("Ana Reis", Role.Editor);
        await ana.Writes("The gate is open", "It went up at nine.");
        await ana.Text.EvaluateAsync("""
            text => {
              const data = new DataTransfer();
              data.setData('text/html', '<p>' + 'A long report. '.repeat(1_000).concat('</p><p>').repeat(340) + '</p>');
              text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await ana.Page.GetByText("KB").Or(ana.Page.GetByText("blocks")).First.WaitForAsync();
        await ana.Text.GetByText("It went up at nine.").First.WaitForAsync();
        await ana.Page.Locator(".standing").GetByText("Saved", new() { Exact = true }).WaitForAsync();
    }

    [Fact]
    public async Task A_block_that_a_newer_server_sends_is_named_and_goes_back_as_it_came()
    {
        var post = await _server.Drafts("storm", new PostContent { Headline = "The gate", Blocks = [NewsroomVerbs.Paragraph("It went up at nine.")] });
        await using var ana = await AtDesk("Ana Reis", Role.Editor);
        string? sent = null;
        await ana.Page.RouteAsync($"**/posts/{post.Id}", async route =>
        {
            var answer = await route.FetchAsync();
            var body = (await answer.TextAsync()).Replace("\"blocks\":[", "\"blocks\":[{\"kind\":\"hologram\",\"id\":\"h1\",\"depth\":3},", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = answer, Body = body });
        });
        await ana.Page.RouteAsync($"**/posts/{post.Id}/draft", route =>
        {
            sent = route.Request.PostData;
            return route.FulfillAsync(new() { Status = 422, ContentType = "application/problem+json", Body = """{"title":"There is no kind of block called hologram here.","status":422}""" });
        });
        await ana.Goes($"/desk/pages/storm/posts/{post.Id}");
        await ana.Page.Locator("[data-kind=hologram]").WaitForAsync();
        await ana.Headline.FillAsync("The gate is open");
        await ana.Page.GetByText("Not saved: There is no kind of block called hologram here.").WaitForAsync();
        var kept = JsonNode.Parse(sent!)!["blocks"]![0];
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"kind":"hologram","id":"h1","depth":3}"""), kept), kept?.ToJsonString());
        await ana.Text.GetByText("It went up at nine.").WaitForAsync();
    }

    private async Task<IReadOnlyList<Post>> Posts()
    {
        await using var reader = _server.Newsroom.Read();
        return [.. (await reader.Posts("storm", null, null, 100, CancellationToken.None)).Posts.Select(kept => kept.Post)];
    }

    private async Task<PostState?> StateOf(string headline) => (await Posts()).SingleOrDefault(post => post.Latest.Headline == headline)?.State;
}
