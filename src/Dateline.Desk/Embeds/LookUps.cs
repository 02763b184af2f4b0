using Dateline.Core.Blocks;
using Dateline.Core.Outcomes;
using Dateline.Desk.Media;
using Dateline.Outside;
using Dateline.Outside.Fetching;
using Dateline.Storage.Audit;

namespace Dateline.Desk.Embeds;

/// <summary>Looks an address up for a writer: its words come back as a block, its picture goes into the library as any upload does.</summary>
internal sealed class LookUps(Snapshots snapshots, Fetcher fetcher, Arrivals arrivals, NewFiles files, TimeProvider time)
{
    /// <summary>How many look-ups one member may make at once, and how many a minute: other people's servers are asked in the newsroom's name.</summary>
    public const int MostAtOnce = 20, MostPerMinute = 60;

    private readonly Allowance _allowance = new(MostAtOnce, MostPerMinute, time);

    public async Task<Result<Snapshot>> Take(Uri address, bool asCard, Hand hand, CancellationToken cancellation)
    {
        if (!_allowance.Takes(hand.Name)) return new Refusal(RefusalKind.Busy, $"This is more than {MostPerMinute} look-ups a minute; wait a moment and try again.");
        if (!(await snapshots.Take(address, asCard, cancellation)).Try(out var snapshot, out var refusal)) return refusal;
        // The words are worth having without it.
        return snapshot.Picture is { } picture && await Keep(picture, address.Host, hand, cancellation) is { } media ? snapshot with { Block = With(snapshot.Block, media) } : snapshot;
    }

    private async Task<string?> Keep(Uri picture, string site, Hand hand, CancellationToken cancellation)
    {
        if (!(await fetcher.Get<ArrivedPicture>(picture, Wanted.Picture, (found, stop) => arrivals.TakePicture(found.Body, stop), cancellation)).Try(out var arrived, out _)) return null;
        // In the library it is told from what the newsroom brought itself by where it is from.
        return (await files.Enter(arrived with { FileName = site }, hand, cancellation)).Refusal is null ? arrived.Name.ToString() : null;
    }

    private static Block With(Block block, string media) => block switch
    {
        Embed embed => embed with { Media = media },
        LinkCard card => card with { Media = media },
        _ => block,
    };
}
