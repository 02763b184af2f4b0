using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Dateline.Outside.Fetching;
using Dateline.Testing;
using Microsoft.AspNetCore.Http;

namespace Dateline.Outside.Tests.Fetching;

/// <summary>Other people's servers are asked on a writer's word; each danger in that, by name.</summary>
public sealed class FetcherTests
{
    [Fact]
    public async Task A_page_on_the_public_internet_is_read_and_its_server_learns_who_asks_and_no_more()
    {
        var said = new Dictionary<string, string>();
        await using var asking = await Asking.At(context =>
        {
            said = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
            context.Response.Headers.SetCookie = "who=me";
            return OtherSite.Says("<title>Gates</title>")(context);
        });
        Assert.Equal("<title>Gates</title>", (await asking.Text("http://gates.example/a?b=c")).Value);
        await asking.Text("http://gates.example/again");
        Assert.Equal(["gates.example/a?b=c", "gates.example/again"], asking.Site.Asked);
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], said.Keys.Order());
        Assert.StartsWith("Dateline", said["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_TLS_a_certificate_that_nobody_vouches_for_is_not_believed()
    {
        await using var site = await OtherSite.Start(OtherSite.Says("secret"), tls: true);
        using var fetcher = new Fetcher(TimeProvider.System);
        fetcher.Open(new Door(Asking.Public, site.EndPoint, Certificate: null, (_, _) => Task.FromResult<IPAddress[]>([Asking.Public])));
        Assert.Contains("could not be reached", (await fetcher.Get<string>(new Uri("https://gates.example/"), Wanted.Page, (_, _) => throw new InvalidOperationException(), default)).Refusal!.Sentence);
        Assert.Empty(site.Asked);
    }

    [Theory]
    [InlineData("http://127.0.0.1/"), InlineData("http://localhost/"), InlineData("http://2130706433/"), InlineData("http://0x7f.1/"), InlineData("http://0177.0.0.1/"), InlineData("http://[::1]/"), InlineData("http://[::ffff:127.0.0.1]/"), InlineData("http://0.0.0.0/")]
    [InlineData("http://10.1.2.3/"), InlineData("http://172.16.0.1/"), InlineData("http://192.168.1.1/"), InlineData("http://[fd12::1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/"), InlineData("http://[fe80::1]/"), InlineData("http://[fd00:ec2::254]/"), InlineData("http://100.100.100.200/")]
    [InlineData("http://224.0.0.1/"), InlineData("http://[64:ff9b::7f00:1]/"), InlineData("http://[2002:7f00:1::]/"), InlineData("https://127.0.0.1/")]
    public async Task An_address_of_this_machine_or_this_house_is_not_asked_however_it_is_written(string address)
    {
        using var fetcher = new Fetcher(TimeProvider.System);
        var refused = await fetcher.Get<string>(new Uri(address), Wanted.Page, (_, _) => throw new InvalidOperationException(), default);
        Assert.Contains("not on the public internet", refused.Refusal!.Sentence);
    }

    [Theory]
    [InlineData("127.0.0.1"), InlineData("10.0.0.8"), InlineData("169.254.169.254"), InlineData("::1"), InlineData("fe80::1"), InlineData("fd00::1"), InlineData("::ffff:192.168.0.1")]
    public async Task A_name_that_leads_to_such_an_address_is_not_asked_even_if_it_leads_elsewhere_too(string address)
    {
        await using var asking = await Asking.At(OtherSite.Says("never"), (_, _) => Task.FromResult<IPAddress[]>([Asking.Public, IPAddress.Parse(address)]));
        Assert.Contains("not on the public internet", (await asking.Text("http://gates.example/")).Refusal!.Sentence);
        Assert.Empty(asking.Site.Asked);
    }

    [Fact]
    public async Task A_name_is_looked_up_once_so_that_a_second_answer_changes_nothing()
    {
        var answers = new Queue<IPAddress>([Asking.Public, IPAddress.Loopback]);
        await using var asking = await Asking.At(OtherSite.Says("the checked one"), (_, _) => Task.FromResult<IPAddress[]>([answers.Dequeue()]));
        Assert.Equal("the checked one", (await asking.Text("http://rebinding.example/")).Value);
        Assert.Equal(["rebinding.example"], asking.Resolved);
        // Asked again, its new answer is looked at like the first.
        Assert.Contains("not on the public internet", (await asking.Text("http://rebinding.example/")).Refusal!.Sentence);
    }

    [Theory]
    [InlineData("http://127.0.0.1/admin", "not on the public internet"), InlineData("http://inside.example/", "not on the public internet"), InlineData("https://[::1]/", "not on the public internet")]
    [InlineData("file:///etc/passwd", "https://"), InlineData("ftp://gates.example/", "https://"), InlineData("gopher://gates.example/", "https://")]
    [InlineData("http://gates.example:8080/", "usual ports"), InlineData("http://gates.example:22/", "usual ports"), InlineData("http://user:secret@gates.example/", "name or password")]
    public async Task A_redirect_is_checked_like_the_first_address(string to, string why)
    {
        await using var asking = await Asking.At(context =>
        {
            context.Response.Redirect(to);
            return Task.CompletedTask;
        }, (host, _) => Task.FromResult<IPAddress[]>([host == "inside.example" ? IPAddress.Parse("10.0.0.8") : Asking.Public]));
        Assert.Contains(why, (await asking.Text("http://gates.example/")).Refusal!.Sentence);
        Assert.Single(asking.Site.Asked);
    }

    [Theory]
    [InlineData("ftp://gates.example/"), InlineData("http://gates.example:8080/"), InlineData("https://gates.example:5080/"), InlineData("http://me@gates.example/"), InlineData("javascript:alert(1)")]
    public async Task What_is_no_plain_web_address_is_not_even_looked_up(string address)
    {
        await using var asking = await Asking.At(OtherSite.Says("never"));
        Assert.NotNull((await asking.Text(address)).Refusal);
        Assert.Empty(asking.Resolved);
    }

    [Theory]
    [InlineData(Fetcher.MostRedirects, true)]
    [InlineData(Fetcher.MostRedirects + 1, false)]
    public async Task Redirects_are_followed_so_far_and_no_further(int redirects, bool found)
    {
        await using var asking = await Asking.At(context =>
        {
            var at = int.Parse(context.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
            if (at == redirects) return OtherSite.Says("there")(context);
            context.Response.Redirect($"/{at + 1}");
            return Task.CompletedTask;
        });
        Assert.Equal(found, (await asking.Text("http://gates.example/0")).Refusal is null);
        Assert.Equal(Fetcher.MostRedirects + 1, asking.Site.Asked.Count);
    }

    [Theory]
    [InlineData(1000, true), InlineData(1001, false), InlineData(50_000_000, false)]
    public async Task No_more_is_read_than_was_wanted(int bytes, bool taken)
    {
        await using var asking = await Asking.At(async context =>
        {
            context.Response.ContentType = "text/html";
            for (var sent = 0; sent < bytes; sent += 1000) await context.Response.BodyWriter.WriteAsync(new byte[Math.Min(1000, bytes - sent)], context.RequestAborted);
        });
        var answer = await asking.Text("http://gates.example/", Wanted.Page with { MostBytes = 1000 });
        Assert.Equal(taken, answer.Refusal is null);
        if (!taken) Assert.Contains("too much", answer.Refusal!.Sentence);
    }

    [Theory]
    [InlineData("gzip"), InlineData("br"), InlineData("deflate")]
    public async Task A_small_answer_that_would_unpack_to_a_huge_one_is_stopped_at_the_same_bound(string coding)
    {
        using var packed = new MemoryStream();
        using (Stream packing = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true),
        })
            for (var i = 0; i < 200; i++) packing.Write(new byte[1024 * 1024]);
        Assert.InRange(packed.Length, 1, 1024 * 1024);
        await using var asking = await Asking.At(context =>
        {
            (context.Response.ContentType, context.Response.Headers.ContentEncoding) = ("text/html", coding);
            return context.Response.Body.WriteAsync(packed.ToArray()).AsTask();
        });
        var before = GC.GetTotalAllocatedBytes();
        Assert.Contains("too much", (await asking.Text("http://gates.example/")).Refusal!.Sentence);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 60L * 1024 * 1024);
    }

    [Fact]
    public async Task Packing_that_is_broken_is_an_answer_that_broke_off()
    {
        await using var asking = await Asking.At(context =>
        {
            (context.Response.ContentType, context.Response.Headers.ContentEncoding) = ("text/html", "gzip");
            return context.Response.Body.WriteAsync("no gzip at all"u8.ToArray()).AsTask();
        });
        Assert.Contains("broke off", (await asking.Text("http://gates.example/")).Refusal!.Sentence);
    }

    [Fact]
    public async Task A_head_that_goes_on_and_on_is_not_read_to_its_end()
    {
        await using var asking = await Asking.At(context =>
        {
            for (var i = 0; i < 40; i++) context.Response.Headers[$"X-Long-{i}"] = new string('a', 1024);
            return OtherSite.Says("never")(context);
        });
        Assert.Contains("broke off", (await asking.Text("http://gates.example/")).Refusal!.Sentence);
    }

    [Fact]
    public async Task An_answer_that_does_not_begin_is_given_up()
    {
        var asked = new TaskCompletionSource();
        await using var asking = await Asking.At(async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await GivenUp(asking, asked.Task);
    }

    [Fact]
    public async Task An_answer_that_drips_is_given_up()
    {
        var asked = new TaskCompletionSource();
        await using var asking = await Asking.At(async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<");
            await context.Response.Body.FlushAsync();
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await GivenUp(asking, asked.Task);
    }

    [Fact]
    public async Task A_head_that_drips_is_given_up()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var asking = await Asking.At(OtherSite.Says("never"));
        asking.Fetcher.Open(new Door(Asking.Public, (IPEndPoint)listener.LocalEndpoint));
        var answer = asking.Text($"http://{Asking.Public}/");
        using var slow = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask().Soon();
        await slow.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-"u8.ToArray(), TestContext.Current.CancellationToken);
        asking.Clock.Advance(Fetcher.Longest);
        Assert.Contains("did not answer within 10 seconds", (await answer.Soon()).Refusal!.Sentence);
    }

    [Fact]
    public async Task A_name_server_that_does_not_answer_is_given_up()
    {
        var asked = new TaskCompletionSource();
        await using var asking = await Asking.At(OtherSite.Says("never"), async (_, cancellation) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            return [];
        });
        await GivenUp(asking, asked.Task);
    }

    [Fact]
    public async Task Redirects_share_one_time()
    {
        var asked = new TaskCompletionSource();
        Asking? asking = null;
        await using var site = asking = await Asking.At(async context =>
        {
            if (context.Request.Path == "/end")
            {
                asked.SetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
            asking!.Clock.Advance(Fetcher.Longest / 2);
            context.Response.Redirect("/end");
        });
        var answer = asking.Text("http://gates.example/");
        await asked.Task.Soon();
        asking.Clock.Advance(Fetcher.Longest / 2);
        Assert.Contains("did not answer", (await answer.Soon()).Refusal!.Sentence);
    }

    private static async Task GivenUp(Asking asking, Task asked)
    {
        var answer = asking.Text("http://gates.example/");
        await asked.Soon();
        asking.Clock.Advance(Fetcher.Longest - TimeSpan.FromMilliseconds(1));
        Assert.False(answer.IsCompleted);
        asking.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Contains("did not answer within 10 seconds", (await answer.Soon()).Refusal!.Sentence);
    }

    [Theory]
    [InlineData("application/octet-stream"), InlineData("application/zip"), InlineData("image/svg+xml"), InlineData("text/plain"), InlineData(null)]
    public async Task What_says_that_it_is_something_else_is_not_read(string? type)
    {
        await using var asking = await Asking.At(async context =>
        {
            context.Response.ContentType = type;
            await context.Response.WriteAsync("<title>Gates</title>");
        });
        Assert.Contains("not a web page", (await asking.Text("http://gates.example/")).Refusal!.Sentence);
    }

    [Theory]
    [InlineData(404), InlineData(500), InlineData(204), InlineData(304), InlineData(401), InlineData(206)]
    public async Task Only_a_whole_answer_is_read(int status)
    {
        await using var asking = await Asking.At(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        Assert.Contains($"answered {status}", (await asking.Text("http://gates.example/")).Refusal!.Sentence);
    }

    [Fact]
    public async Task So_many_are_asked_at_once_and_one_more_is_told_to_come_again()
    {
        var holding = new TaskCompletionSource();
        await using var asking = await Asking.At(async context =>
        {
            await holding.Task;
            await OtherSite.Says("there")(context);
        });
        var all = Enumerable.Range(0, Fetcher.MostAtOnce).Select(i => asking.Text($"http://gates.example/{i}")).ToList();
        await Bound.Until(() => asking.Site.Asked.Count == Fetcher.MostAtOnce, "all are being asked");
        Assert.Equal(Core.Outcomes.RefusalKind.Busy, (await asking.Text("http://gates.example/more")).Refusal!.Kind);
        holding.SetResult();
        Assert.All(await Task.WhenAll(all).Soon(), answer => Assert.Null(answer.Refusal));
        Assert.Null((await asking.Text("http://gates.example/more")).Refusal);
    }
}
