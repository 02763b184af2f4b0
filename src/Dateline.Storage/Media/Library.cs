using Dateline.Core.Blocks;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Media;

/// <summary>What a file of the library is to whoever looks for it.</summary>
public enum MediaType
{
    /// <summary>A picture.</summary>
    Picture,

    /// <summary>A video.</summary>
    Video,

    /// <summary>A sound.</summary>
    Audio,

    /// <summary>The captions of a video.</summary>
    Captions,

    /// <summary>A document.</summary>
    Document,
}

/// <summary>Something readers have that shows a file, or did until it was withdrawn.</summary>
/// <param name="Slug">The live page.</param>
/// <param name="PostId">The post; null for what stands at the top of the page.</param>
public sealed record MediaUse(string Slug, string? PostId, bool Withdrawn);

/// <summary>What is looked for in the library; what is left out may be anything.</summary>
/// <param name="Words">Each stands somewhere in what is known about a file, in its own title or in what it was called where it came from.</param>
/// <param name="From">The first day on which it was taken or, where nobody said, brought (UTC).</param>
/// <param name="To">The last such day.</param>
/// <param name="Before">The hash of the file after which to go on.</param>
public sealed record LibraryQuestion(IReadOnlyList<string> Words, MediaType? Type = null, string? Place = null, DateOnly? From = null, DateOnly? To = null, string? Before = null);

/// <summary>Finds pictures, recordings and documents that the newsroom has, and keeps what is known about them.</summary>
public sealed class Library(Newsroom newsroom)
{
    /// <summary>How many files are answered at once.</summary>
    public const int Most = 60;

    /// <summary>How many places that show a file are named.</summary>
    public const int MostUses = 100;

    /// <summary>How many hashes are asked about at once.</summary>
    private const int MostAsked = 200;

    /// <summary>The files asked for, those brought last first, at most <see cref="Most"/>; the last one's hash is where to go on when there are more.</summary>
    public async Task<(IReadOnlyList<LibraryFile> Files, string? Next)> Find(LibraryQuestion question, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        var rows = Of(db, question.Type);
        // A still and a first page are there with what they are of; nobody looks for them until somebody says what is on them.
        if (question.Type is null) rows = rows.Where(row => ((PictureRow)row).PartOf == null || row.FileName != null || row.DescribedAt != null);
        foreach (var word in question.Words.Select(MediaRow.Folded)) rows = rows.Where(row => row.SearchWords!.Contains(word));
        if (question.Place is { } given)
        {
            var place = MediaRow.Folded(given);
            rows = rows.Where(row => row.SearchPlace!.Contains(place));
        }
        if (question.From is { } from)
        {
            var morning = Begins(from);
            rows = rows.Where(row => row.Taken >= from || (row.Taken == null && row.AddedAt >= morning));
        }
        if (question.To is { } to && to < DateOnly.MaxValue)
        {
            var night = Begins(to.AddDays(1));
            rows = rows.Where(row => row.Taken <= to || (row.Taken == null && row.AddedAt < night));
        }
        if (question.Before is { } before)
        {
            // Files stay, so the place to go on from does.
            var last = await db.Media.Where(row => row.Hash == before).Select(row => (DateTimeOffset?)row.AddedAt).SingleOrDefaultAsync(cancellation);
            rows = rows.Where(row => row.AddedAt < last || (row.AddedAt == last && string.Compare(row.Hash, before) < 0));
        }
        var found = await rows.OrderByDescending(row => row.AddedAt).ThenByDescending(row => row.Hash).Take(Most + 1).ToListAsync(cancellation);
        return (found.Take(Most).Select(row => row.ToFile()).ToList(), found.Count > Most ? found[Most - 1].Hash : null);
    }

    /// <summary>One file; null when the library does not have it.</summary>
    public async Task<LibraryFile?> Find(string hash, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        return (await db.Media.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellation))?.ToFile();
    }

    /// <summary>What was published and shows a file, at most <see cref="MostUses"/>.</summary>
    public async Task<IReadOnlyList<MediaUse>> Uses(string hash, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        // An import that is still staged has rows of this kind under a name that no page can have; they are nobody's yet.
        var uses = await (from use in db.Set<PublishedPictureRow>()
                          join coverage in db.Coverages on use.CoverageId equals coverage.Id
                          where use.Hash == hash && coverage.StagedAt == null
                          orderby coverage.Slug, use.PostId
                          select new { coverage.Slug, use.PostId, use.Withdrawn }).Take(MostUses).ToListAsync(cancellation);
        return [.. uses.Select(use => new MediaUse(use.Slug, use.PostId is "" ? null : use.PostId, use.Withdrawn))];
    }

    /// <summary>Those of these names that the library never gave out.</summary>
    public async Task<IReadOnlyCollection<string>> Unknown(IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        var unknown = names.ToHashSet(StringComparer.Ordinal);
        // By the hash, which is the key; the rest of a name is compared too, as a page is set from it.
        foreach (var hashes in names.Select(MediaHash.Of).OfType<string>().Distinct().Chunk(MostAsked))
            unknown.ExceptWith(await db.Media.Where(row => hashes.Contains(row.Hash)).Select(row => row.Name).ToListAsync(cancellation));
        return unknown;
    }

    /// <summary>Changes what is known about a file.</summary>
    /// <param name="fields">What is changed besides the end of the right to show it, for the audit log.</param>
    public Task<Result<LibraryFile>> Describe(string hash, Func<MediaDetails, MediaDetails> change, string fields, Hand by, CancellationToken cancellation) => newsroom.Write<LibraryFile>(async (db, now) =>
    {
        if (await db.Media.SingleOrDefaultAsync(row => row.Hash == hash, CancellationToken.None) is not { } row) return NotHere;
        var before = row.Details;
        if (!change(before).Checked().Try(out var after, out var refusal)) return refusal;
        if (after.Alt is not null && row is not PictureRow) return Refusal.Of([new Problem("alt", "Only a picture has an alt text; say what this shows in its caption.")]);
        if (after == before) return row.ToFile();
        row.Details = after;
        if (after != before with { NotAfter = after.NotAfter })
        {
            row.DescribedAt = now;
            db.Note(now, by, $"described a {row.Noun}", $"media/{hash}", fields);
        }
        if (after.NotAfter != before.NotAfter)
        {
            // At once, even when it only ends later: what lapsed before may come back.
            row.RightsDueAt = now;
            // What was taken from it is it: its still, its first page, its crops.
            foreach (var part in await db.Pictures.Where(picture => picture.PartOf == hash).ToListAsync(CancellationToken.None)) (part.NotAfter, part.RightsDueAt) = (after.NotAfter, now);
            db.Note(now, by, "set an end of rights", $"media/{hash}", after.NotAfter is { } end ? Instants.Write(end) : null);
        }
        return row.ToFile();
    }, cancellation);

    /// <summary>Keeps what a post says of those of its files about which nobody has said anything, so that they are found by its words. It is saved with the post.</summary>
    internal static async Task Learn(NewsroomDb db, IEnumerable<Block> blocks, DateTimeOffset now)
    {
        var said = MediaSaid.In(blocks);
        foreach (var hashes in said.Keys.Chunk(MostAsked))
            foreach (var row in await db.Media.Where(row => hashes.Contains(row.Hash) && row.DescribedAt == null).ToListAsync())
            {
                row.Details = said[row.Hash] with { Alt = row is PictureRow ? said[row.Hash].Alt : null, NotAfter = row.NotAfter };
                row.DescribedAt = now;
            }
    }

    /// <summary>There is no such file.</summary>
    public static Refusal NotHere => new(RefusalKind.NotFound, "There is no such file in the library.");

    private static IQueryable<MediaRow> Of(NewsroomDb db, MediaType? type) => (type switch
    {
        null => db.Media,
        MediaType.Picture => db.Pictures,
        MediaType.Document => (IQueryable<MediaRow>)db.Documents,
        MediaType.Video => db.Recordings.Where(row => row.Kind == "video"),
        MediaType.Audio => db.Recordings.Where(row => row.Kind == "audio"),
        _ => db.Recordings.Where(row => row.Kind == "captions"),
    }).AsNoTracking();

    private static DateTimeOffset Begins(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
