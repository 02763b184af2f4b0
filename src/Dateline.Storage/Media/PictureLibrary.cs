using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Media;

/// <summary>A picture as the library shows it.</summary>
public sealed record LibraryPicture(PictureName Name, string Kind, long Bytes, string AddedBy, DateTimeOffset AddedAt, PictureDetails Details);

/// <summary>Something readers have that shows a picture, or did until it was withdrawn.</summary>
/// <param name="Slug">The live page.</param>
/// <param name="PostId">The post; null for what stands at the top of the page.</param>
public sealed record PictureUse(string Slug, string? PostId, bool Withdrawn);

/// <summary>What is looked for in the library; what is left out may be anything.</summary>
/// <param name="Words">Each stands somewhere in alt text, caption, credit or place.</param>
/// <param name="Before">The hash of the picture after which to go on.</param>
public sealed record LibraryQuestion(IReadOnlyList<string> Words, string? Place = null, DateOnly? From = null, DateOnly? To = null, string? Before = null);

/// <summary>Finds pictures that the newsroom has, and keeps what is known about them.</summary>
public sealed class PictureLibrary(Newsroom newsroom)
{
    /// <summary>How many pictures are answered at once.</summary>
    public const int Most = 60;

    /// <summary>How many places that show a picture are named.</summary>
    public const int MostUses = 100;

    /// <summary>The pictures asked for, those brought last first, at most <see cref="Most"/>; the last one's hash is where to go on when there are more.</summary>
    public async Task<(IReadOnlyList<LibraryPicture> Pictures, string? Next)> Find(LibraryQuestion question, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        var rows = db.Pictures.AsNoTracking();
        foreach (var word in question.Words.Select(Fold)) rows = rows.Where(row => row.SearchWords!.Contains(word));
        if (question.Place is { } given)
        {
            var place = Fold(given);
            rows = rows.Where(row => row.SearchPlace!.Contains(place));
        }
        if (question.From is { } from) rows = rows.Where(row => row.Taken >= from);
        if (question.To is { } to) rows = rows.Where(row => row.Taken <= to);
        if (question.Before is { } before)
        {
            // Pictures stay, so the place to go on from does.
            var last = await db.Pictures.Where(row => row.Hash == before).Select(row => (DateTimeOffset?)row.AddedAt).SingleOrDefaultAsync(cancellation);
            rows = rows.Where(row => row.AddedAt < last || (row.AddedAt == last && string.Compare(row.Hash, before) < 0));
        }
        var found = await rows.OrderByDescending(row => row.AddedAt).ThenByDescending(row => row.Hash).Take(Most + 1).ToListAsync(cancellation);
        return (found.Take(Most).Select(Of).ToList(), found.Count > Most ? found[Most - 1].Hash : null);
    }

    /// <summary>One picture, with what was published and shows it, at most <see cref="MostUses"/>.</summary>
    public async Task<(LibraryPicture Picture, IReadOnlyList<PictureUse> Uses)?> Show(string hash, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        if (await db.Pictures.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellation) is not { } row) return null;
        // An import that is still staged has rows of this kind under a name that no page can have; they are nobody's yet.
        var uses = await (from use in db.Set<PublishedPictureRow>()
                          join coverage in db.Coverages on use.CoverageId equals coverage.Id
                          where use.Hash == hash && coverage.StagedAt == null
                          orderby coverage.Slug, use.PostId
                          select new { coverage.Slug, use.PostId, use.Withdrawn }).Take(MostUses).ToListAsync(cancellation);
        return (Of(row), uses.Select(use => new PictureUse(use.Slug, use.PostId is "" ? null : use.PostId, use.Withdrawn)).ToList());
    }

    /// <summary>Changes what is known about a picture.</summary>
    public Task<Result<LibraryPicture>> Describe(string hash, Func<PictureDetails, PictureDetails> change, string fields, Hand by, CancellationToken cancellation) => newsroom.Write<LibraryPicture>(async (db, now) =>
    {
        if (await db.Pictures.SingleOrDefaultAsync(row => row.Hash == hash, CancellationToken.None) is not { } row) return NotHere;
        var before = Details(row);
        if (!change(before).Checked().Try(out var after, out var refusal)) return refusal;
        if (after == before) return Of(row);
        (row.Alt, row.Caption, row.Credit, row.CreditKind, row.Place, row.Taken, row.Rights, row.NotAfter) = (after.Alt, after.Caption, after.Credit, after.CreditKind, after.Place, after.Taken, after.Rights, after.NotAfter);
        // At once, even when it only ends later: what lapsed before may come back.
        if (after.NotAfter != before.NotAfter) row.RightsDueAt = now;
        // A line between them, which no field holds, so that a word is not found across two fields.
        row.SearchWords = Fold(string.Join('\n', after.Alt, after.Caption, after.Credit, after.Place));
        row.SearchPlace = after.Place is { } place ? Fold(place) : null;
        db.Note(now, by, "described a picture", $"media/{hash}", fields);
        return Of(row);
    }, cancellation);

    /// <summary>There is no such picture.</summary>
    public static Refusal NotHere => new(RefusalKind.NotFound, "There is no such picture in the library.");

    // SQLite knows upper and lower case of ASCII alone, so what is compared is folded here, on both sides; Arabic has no case and stays as it is written.
    private static string Fold(string text) => text.Normalize().ToLowerInvariant();

    private static LibraryPicture Of(PictureRow row) => PictureName.TryParse(row.Name, out var name)
        ? new LibraryPicture(name, row.Kind, row.Bytes, row.AddedBy, row.AddedAt, Details(row))
        : throw new InvalidOperationException($"The library holds a picture called {row.Name}.");

    private static PictureDetails Details(PictureRow row) => new()
    {
        Alt = row.Alt,
        Caption = row.Caption,
        Credit = row.Credit,
        CreditKind = row.CreditKind,
        Place = row.Place,
        Taken = row.Taken,
        Rights = row.Rights,
        NotAfter = row.NotAfter,
    };
}
