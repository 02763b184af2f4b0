using Dateline.Core.Blocks;
using Dateline.Core.Embeds;
using Dateline.Core.Outcomes;
using Dateline.Core.Text;
using Dateline.Outside.Fetching;
using Dateline.Outside.Reading;

namespace Dateline.Outside;

/// <summary>A block made of what is at an address, as far as its site told.</summary>
/// <param name="Block">An <see cref="Embed"/> or a <see cref="LinkCard"/>, to be gone over by whoever asked.</param>
/// <param name="Picture">Where its picture is to be had; null without one.</param>
/// <param name="Missing">What the site kept to itself, in a sentence; null when it told enough.</param>
public sealed record Snapshot(Block Block, Uri? Picture, string? Missing = null);

/// <summary>Takes our own copy of what lives elsewhere: words and the address of a picture, never markup.</summary>
public sealed class Snapshots(Fetcher fetcher)
{
    /// <summary>Looks at an address.</summary>
    /// <param name="asCard">A link card, though the address could be embedded.</param>
    public async Task<Result<Snapshot>> Take(Uri address, bool asCard, CancellationToken cancellation)
    {
        var url = address.AbsoluteUri;
        if (asCard || Providers.Of(url) is not { } provider) return await Card(address, cancellation);

        var told = provider.Endpoint is { } endpoint ? await Describe(new Uri(endpoint + Uri.EscapeDataString(url)), cancellation) : null;
        // What a post said is often on its page alone; for a video or a chart the provider's own description is enough.
        var page = told is null || (provider.Shape == PlayerShape.Post && told.Text is null) || provider.Hosts.Count == 0 ? await Page(address, cancellation) : default(Result<PageFacts>?);
        var facts = page is { Refusal: null } read ? read.Value : new PageFacts();
        // Software that runs on anybody's host says on each page where its description is; another host would have no right to speak for it.
        if (provider.Hosts.Count == 0 && facts.OEmbed is { } own && own.Host == address.Host) told = await Describe(own, cancellation);
        var isQuote = provider.Shape == PlayerShape.Post || provider.Hosts.Count == 0;
        var text = told?.Text ?? (isQuote || provider.Endpoint is null ? facts.Description : null);
        var embed = new Embed
        {
            Url = url,
            Provider = provider.Name,
            Author = told?.Author ?? facts.Author ?? (provider.Hosts.Count == 0 ? facts.Title : null),
            Title = provider.Hosts.Count == 0 ? null : told?.Title ?? (isQuote && text is not null ? null : facts.Title),
            Text = text is null ? null : RichText.Plain(text),
            PostedAt = told?.PostedAt ?? facts.PublishedAt,
        };
        var nothing = embed is { Author: null, Title: null, Text: null };
        return new Snapshot(embed, told?.Picture ?? (isQuote && !facts.PictureIsLarge ? null : facts.Picture),
            nothing ? $"{provider.Name} tells nothing about this to those who are not signed in there. Type in who posted it and what it says." : null);
    }

    private async Task<Result<Snapshot>> Card(Uri address, CancellationToken cancellation)
    {
        if (!(await Page(address, cancellation)).Try(out var facts, out var refusal)) return refusal;
        var card = new LinkCard { Url = address.AbsoluteUri, Title = facts.Title, Description = Tidy.Line(facts.Description, Tidy.MostSentence), Site = facts.Site };
        return new Snapshot(card, facts.Picture, facts.Title is null ? $"{address.Host} does not say what is found there. Give it a title." : null);
    }

    private Task<Result<PageFacts>> Page(Uri address, CancellationToken cancellation) => fetcher.Get<PageFacts>(address, Wanted.Page,
        async (found, stop) => PageFacts.Read(await All(found, stop), found.ContentType, found.Address), cancellation);

    // That a provider does not answer is no news worth a refusal: its page may, and the writer can type.
    private async Task<Description?> Describe(Uri address, CancellationToken cancellation)
    {
        var told = await fetcher.Get<Description>(address, Wanted.Description,
            async (found, stop) => Description.Read(await All(found, stop), found.Address) is { } description ? description : new Refusal(RefusalKind.Invalid, $"{address.Host} answered with something else."), cancellation);
        return told.Refusal is null ? told.Value : null;
    }

    private static async Task<byte[]> All(Found found, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        await found.Body.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }
}
