using Dateline.Storage;
using Dateline.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dateline.Browser.Desk;

/// <summary>What the desk is for: words on their way to readers, by keyboard, on a day when seconds matter.</summary>
public sealed class WritingTests(Chromium chromium) : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await RunningServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task<OpenPage> Reader(string slug) => OpenPage.Open(chromium, new Uri(_server.Address, $"/live/{slug}"));

    [Fact]
    public async Task From_a_sign_in_link_to_a_first_post_in_front_of_readers_by_keyboard_alone()
    {
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.Goes("/desk");
        var begin = ana.Page.GetByRole(AriaRole.Link, new() { Name = "Start a live page" });
        await begin.WaitForAsync();
        for (var presses = 0; presses < 10 && !await begin.EvaluateAsync<bool>("link => link === document.activeElement"); presses++) await ana.Keys.PressAsync("Tab");
        await ana.Keys.PressAsync("Enter");
        await ana.Page.GetByRole(AriaRole.Heading, new() { Name = "Start a live page" }).WaitForAsync();
        await ana.Keys.TypeAsync("Paris summit");
        await ana.Keys.PressAsync("Enter");
        await ana.Stream.WaitForAsync();
        await ana.Writes("Talks begin", "Both delegations are in the room.");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Publish to Paris summit" }).WaitForAsync();
        await ana.Keys.PressAsync("Control+Enter");

        await using var reader = await Reader("paris-summit");
        await reader.Shows("Talks begin");
        await reader.Shows("Both delegations are in the room.");
        await ana.Stream.GetByText("Talks begin").WaitForAsync();
        Assert.Empty(ana.Open.Complaints);
        Assert.All(ana.Open.Requests, address => Assert.StartsWith(_server.Address.ToString(), address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task What_was_done_is_told_beside_the_button_that_publishes_the_next_post_and_never_over_it(int width)
    {
        await _server.Begins("storm");
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor, new() { ViewportSize = new() { Width = width, Height = 844 } });
        await ana.OpensDesk("storm");
        await ana.Writes("The first", "One.");
        await ana.Keys.PressAsync("Control+Enter");
        await ana.Writes("The second", "Two.");
        var notice = (await ana.Page.Locator(".notice", new() { HasText = "Published: The first" }).BoundingBoxAsync())!;
        var button = (await ana.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Publish to") }).BoundingBoxAsync())!;
        Assert.True(notice.X >= button.X + button.Width || notice.X + notice.Width <= button.X || notice.Y >= button.Y + button.Height || notice.Y + notice.Height <= button.Y, $"It lies at {notice.X}, {notice.Y} and the button at {button.X}, {button.Y}.");
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task The_parts_of_a_file_stand_beside_its_name_or_beneath_it_in_lines_of_their_own(int width)
    {
        await _server.Begins("storm");
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor, new() { ViewportSize = new() { Width = width, Height = 844 } });
        await ana.OpensDesk("storm");
        await ana.Writes("The gates", "");
        await ana.Adds("Picture");
        await ana.Page.Locator(".field-media").GetByText("Choose a file").ClickAsync();
        await ana.Chooses(Pictures.Jpeg(640, 480, 1));
        await ana.Page.GetByText("Take the file out").WaitForAsync();
        var edges = await ana.Page.EvaluateAsync<double[]>("""
            [...document.querySelectorAll('.field-media > :is(img, .button, button)')].map(part => {
              const [name, box] = [part.parentElement.querySelector('.field-name').getBoundingClientRect(), part.getBoundingClientRect()];
              return box.left >= name.right - 1 ? 1 : box.top >= name.bottom - 1 ? 2 : 0;
            })
            """);
        // All of them beside the name, or all beneath it.
        Assert.Equal(Enumerable.Repeat(width < 700 ? 2d : 1d, 4), edges);
    }

    [Fact]
    public async Task An_answer_that_was_added_and_left_empty_holds_no_poll_up_and_half_an_answer_is_told_of_by_its_place()
    {
        await _server.Begins("storm");
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk("storm");
        await ana.Writes("What should be done?", "");
        await ana.Adds("Poll");
        await ana.Page.GetByLabel("Question", new() { Exact = true }).FillAsync("Should the barrier stay shut?");
        var answers = ana.Page.GetByLabel("Answer", new() { Exact = true });
        await answers.Nth(1).FillAsync("Yes");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Add answer" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Add answer" }).ClickAsync();
        await answers.Nth(2).FillAsync("No");
        var last = ana.Page.Locator(".card-item").Nth(3);
        await last.GetByText("More").ClickAsync();
        await last.GetByLabel("Votes").FillAsync("4");
        await ana.Keys.PressAsync("Control+Enter");
        await ana.Sees("Poll, Answer 4: This answer is empty.");

        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true }).ClickAsync();
        await ana.Page.GetByLabel("Votes").Last.FillAsync("");
        await using var reader = await Reader("storm");
        await ana.Keys.PressAsync("Control+Enter");
        await reader.Shows("Should the barrier stay shut?");
        Assert.Equal(["Yes", "No"], await reader.Page.Locator(".poll th").AllTextContentsAsync());
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_the_card_and_the_thing_in_it()
    {
        await _server.Begins("storm");
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk("storm");
        await ana.Writes("Where the gates are", "");
        // A picture of which there is nothing yet stays behind when its post goes out, so the server does not count it.
        await ana.Adds("Picture");
        await ana.Keys.PressAsync("Escape");
        await ana.Keys.PressAsync("ArrowDown");
        await ana.Adds("Map");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Add place" }).ClickAsync();
        await ana.Page.GetByLabel("Latitude", new() { Exact = true }).Nth(1).FillAsync("54.91");
        await ana.Keys.PressAsync("Control+Enter");
        await ana.Sees("Map, Place 2: This place has no name.");
    }

    [Fact]
    public async Task A_flash_is_one_line_and_opens_again_for_writing_through()
    {
        await _server.Begins("storm");
        await using var reader = await Reader("storm");
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk("storm");
        await ana.Keys.PressAsync("f");
        await ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Breaking → The story of storm" }).WaitForAsync();
        await ana.Keys.TypeAsync("The gate is shut");
        await ana.Keys.PressAsync("Enter");
        await reader.Shows("The gate is shut");
        await reader.Page.Locator("article.breaking").WaitForAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Publish update" }).WaitForAsync();
        Assert.Equal("The gate is shut", await ana.Headline.InputValueAsync());
        // What is missing is the text, so that is where one writes on.
        await Assertions.Expect(ana.Text).ToBeFocusedAsync();
        await ana.Keys.TypeAsync("It went down at nine.");
        await ana.Keys.PressAsync("Control+Enter");
        await reader.Shows("It went down at nine.");
        Assert.Equal(1, await reader.Page.Locator("#posts article").CountAsync());
        Assert.Empty(ana.Open.Complaints);
    }

    [Fact]
    public async Task A_reporter_files_and_an_editor_publishes_what_is_on_screen()
    {
        await _server.Begins("storm");
        await using var reader = await Reader("storm");
        await using var ben = await AtTheDesk.Comes(chromium, _server, "Ben Otieno", Role.Reporter, new() { ViewportSize = new() { Width = 360, Height = 740 } });
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk("storm");
        await ben.OpensDesk("storm");
        await ben.Writes("Power is back", "The operator says so.");
        await ben.Keys.PressAsync("Control+Enter");
        await ana.Queue.GetByText("Filed by Ben Otieno").WaitForAsync();
        await ana.Keys.PressAsync("q");
        await ana.Keys.PressAsync(" ");
        await ana.Queue.GetByText("The operator says so.").WaitForAsync();
        await ana.Keys.PressAsync("p");
        await reader.Shows("Power is back");
        await ana.Stream.GetByText("Power is back").WaitForAsync();
        Assert.Empty(ana.Open.Complaints);
        Assert.Empty(ben.Open.Complaints);
    }

    [Fact]
    public async Task What_is_sent_back_says_why_to_its_writer()
    {
        await _server.Begins("storm");
        await using var ben = await AtTheDesk.Comes(chromium, _server, "Ben Otieno", Role.Reporter);
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk("storm");
        await ben.OpensDesk("storm");
        await ben.Writes("Power is back", "Somebody says so.");
        await ben.Keys.PressAsync("Control+Enter");
        await ana.Queue.GetByText("Filed by Ben Otieno").WaitForAsync();
        await ana.Keys.PressAsync("q");
        await ana.Keys.PressAsync("b");
        await ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "Send back" }).WaitForAsync();
        await ana.Keys.TypeAsync("Who says so?");
        await ana.Keys.PressAsync("Control+Enter");
        await ben.Page.GetByText("Drafts (1)").ClickAsync();
        await ben.Sees("Sent back by Ana Reis: Who says so?");
    }

    [Fact]
    public async Task A_post_held_for_half_a_second_is_off_every_page_and_then_the_desk_asks_why()
    {
        await _server.Begins("storm");
        await _server.Publishes("storm", "The wall has fallen");
        await using var reader = await Reader("storm");
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk("storm");
        await ana.Stream.GetByText("The wall has fallen").First.WaitForAsync();
        await ana.Keys.PressAsync("t");
        await ana.Keys.DownAsync("x");
        var asked = ana.Page.GetByRole(AriaRole.Dialog, new() { Name = "It is off every page" });
        await asked.WaitForAsync();
        await ana.Keys.UpAsync("x");
        await reader.Shows("This post has been withdrawn.");
        Assert.DoesNotContain("The wall has fallen", await reader.Page.Locator("main").TextContentAsync(), StringComparison.Ordinal);

        await asked.GetByLabel("Notice for readers").FillAsync("The wall stands; what fell was scaffolding.");
        await asked.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await reader.Shows("The wall stands; what fell was scaffolding.");
        Assert.Empty(ana.Open.Complaints);
    }

    [Fact]
    public async Task Two_open_drafts_that_carry_the_same_link_say_so()
    {
        await _server.Begins("storm");
        await _server.Drafts("storm", new() { Headline = "The operator speaks", Blocks = [new Core.Blocks.LinkCard { Title = "Statement", Url = "https://operator.example/statement" }] });
        await using var ben = await AtTheDesk.Comes(chromium, _server, "Ben Otieno", Role.Reporter);
        await ben.OpensDesk("storm");
        await ben.Writes("What the operator says", "");
        await ben.Text.EvaluateAsync("text => { const data = new DataTransfer(); data.setData('text/plain', 'https://operator.example/statement'); text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }");
        await ben.Sees("Ana has the same link or quotation in “The operator speaks”.");
    }

    [Fact]
    public async Task The_keys_of_the_stream_lift_pin_and_mark_and_lead_to_history_and_preview()
    {
        await _server.Begins("storm");
        await _server.Publishes("storm", "The gate is shut");
        await using var reader = await Reader("storm");
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk("storm");
        await ana.Stream.GetByText("The gate is shut").First.WaitForAsync();
        await ana.Keys.PressAsync("t");
        await ana.Keys.PressAsync("s");
        await ana.Sees("In the summary now.");
        await ana.Keys.PressAsync("i");
        await ana.Stream.GetByText("Pinned").WaitForAsync();
        await ana.Keys.PressAsync("y");
        await ana.Stream.Locator(".state").GetByText("Key event").WaitForAsync();
        await reader.Page.Locator(".summary").GetByText("The gate is shut").WaitForAsync();
        await ana.Keys.PressAsync("h");
        await ana.Page.GetByRole(AriaRole.Heading, new() { Name = "History" }).WaitForAsync();
        await ana.Page.GoBackAsync();
        await ana.Stream.WaitForAsync();
        await ana.Keys.PressAsync("t");
        Assert.Empty(ana.Open.Complaints);
        // The preview runs no script, of which the browser complains.
        await ana.Keys.PressAsync("v");
        await ana.Page.FrameLocator("iframe.preview").GetByText("The gate is shut").First.WaitForAsync();
    }

    [Fact]
    public async Task Five_hundred_posts_are_scrolled_as_ten_are()
    {
        await _server.Begins("storm");
        await _server.PublishesAtOnce("storm", 500, i => new() { Headline = $"Headline {i + 1}", Blocks = [NewsroomVerbs.Paragraph($"All of headline {i + 1}.")] });
        await using var ana = await AtTheDesk.Comes(chromium, _server, "Ana Reis", Role.Editor);
        await ana.OpensDesk("storm");
        var rows = ana.Stream.Locator("[role=listitem]");
        await rows.First.WaitForAsync();
        // All are there for a screen reader; the browser lays out and paints a screenful.
        Assert.Equal(500, await rows.CountAsync());
        Assert.InRange(await Painted(), 5, 60);
        // The browser's own search finds one that was never in sight.
        Assert.Equal("Headline 7", await ana.Page.EvaluateAsync<string?>("window.find('All of headline 7.') ? getSelection().anchorNode.parentElement.closest('[role=listitem]').querySelector('h3').textContent : null"));

        Task<int> Painted() => rows.EvaluateAllAsync<int>("rows => rows.filter(row => row.firstElementChild.firstElementChild.checkVisibility({ contentVisibilityAuto: true })).length");
    }
}
