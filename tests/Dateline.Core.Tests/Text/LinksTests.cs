using CsCheck;
using Dateline.Core.Text;
using Xunit;

namespace Dateline.Core.Tests.Text;

/// <summary>A link leads to a page or a mailbox. It runs nothing, and one that looks like a path here stays here.</summary>
public sealed class LinksTests
{
    [Theory]
    [InlineData("https://example.org/a?b=c#d")]
    [InlineData("http://example.org")]
    [InlineData("HTTPS://EXAMPLE.ORG")]
    [InlineData("https://مثال.إختبار/خبر")]
    [InlineData("mailto:desk@example.org")]
    [InlineData("/")]
    [InlineData("/live/port-ellis")]
    public void Pages_mail_and_paths_on_this_site_are_allowed(string href) => Assert.True(Links.IsAllowed(href));

    [Theory]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org")]
    [InlineData("blob:https://example.org/1")]
    [InlineData("example.org")]
    [InlineData("#posts")]
    public void What_a_browser_would_run_or_not_find_is_refused(string href) => Assert.False(Links.IsAllowed(href));

    [Theory]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("/\t/example.org")]
    [InlineData("/\n/example.org")]
    [InlineData("/\r\\example.org")]
    public void A_path_that_would_leave_the_site_is_refused(string href) => Assert.False(Links.IsAllowed(href));

    [Theory]
    [InlineData("https://example.org/\0")]
    [InlineData("https://example.org/a\nb")]
    [InlineData("https://example.org/\u0085")]
    [InlineData("\nhttps://example.org")]
    [InlineData("https://example.org ")]
    public void Control_characters_and_blanks_around_a_link_are_refused(string href) => Assert.False(Links.IsAllowed(href));

    [Fact]
    public void A_link_has_at_most_2_000_characters()
    {
        Assert.True(Links.IsAllowed("/" + new string('a', 1_999)));
        Assert.False(Links.IsAllowed("/" + new string('a', 2_000)));
    }

    [Fact]
    public void Whatever_is_allowed_leads_to_a_page_a_mailbox_or_a_path_of_ours() =>
        Gen.OneOf("/", "\\", ":", "https", "javascript", "data", "mailto", "example.org", " ", "\t", "@", "//", "%09").Array[1, 6].Select(pieces => string.Concat(pieces)).Sample(href =>
        {
            if (!Links.IsAllowed(href)) return;
            // Resolved as a browser on our own page would.
            var leads = new Uri(new Uri("https://dateline.example/live/port-ellis"), href);
            Assert.Contains(leads.Scheme, new[] { "https", "http", "mailto" });
            if (href[0] == '/') Assert.Equal("dateline.example", leads.Host);
        }, iter: 5_000);
}
