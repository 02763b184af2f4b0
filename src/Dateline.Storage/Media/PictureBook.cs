using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Media;

/// <summary>The newsroom's pictures: who brought which, and when. Their files lie beside the database; a row is written once its file is safe there, and stays.</summary>
public sealed class PictureBook(Newsroom newsroom)
{
    /// <summary>Enters a picture whose file is on disk.</summary>
    /// <returns>False when the library had it already; it is the same picture, so nothing changes.</returns>
    public Task<Result<bool>> Add(PictureName picture, string kind, long bytes, Hand by, CancellationToken cancellation) => newsroom.Write<bool>(async (db, now) =>
    {
        if (await db.Pictures.AnyAsync(row => row.Hash == picture.Hash, CancellationToken.None)) return false;
        db.Pictures.Add(new PictureRow { Hash = picture.Hash, Name = picture.ToString(), Kind = kind, Bytes = bytes, AddedBy = by.Name, AddedAt = now });
        db.Note(now, by, "added a picture", $"media/{picture.Hash}", $"{picture.Width} × {picture.Height}, {kind}");
        return true;
    }, cancellation);

    /// <summary>The picture with this hash, by its whole name.</summary>
    public async Task<PictureName?> Find(string hash, CancellationToken cancellation)
    {
        await using var db = new NewsroomDb(newsroom.Options);
        var name = await db.Pictures.Where(row => row.Hash == hash).Select(row => row.Name).SingleOrDefaultAsync(cancellation);
        return PictureName.TryParse(name, out var picture) ? picture : null;
    }

    /// <summary>Those of these names that the library never gave out.</summary>
    public async Task<IReadOnlyCollection<string>> Unknown(IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        await using var db = new NewsroomDb(newsroom.Options);
        return await Names.Unknown(names, db.Pictures.Select(row => row.Name), cancellation);
    }

    /// <summary>Pictures whose renditions are still to be made, newest first.</summary>
    public async Task<IReadOnlyList<string>> Due(int most, CancellationToken cancellation)
    {
        await using var db = new NewsroomDb(newsroom.Options);
        return await db.Pictures.Where(row => row.DevelopedAt == null).OrderByDescending(row => row.AddedAt).Select(row => row.Hash).Take(most).ToListAsync(cancellation);
    }

    /// <summary>Notes that there is nothing more to make of a picture.</summary>
    public Task<Result<string>> Developed(string hash, CancellationToken cancellation) => newsroom.Write<string>(async (db, now) =>
    {
        await db.Pictures.Where(row => row.Hash == hash).ExecuteUpdateAsync(row => row.SetProperty(p => p.DevelopedAt, now), CancellationToken.None);
        return hash;
    }, cancellation);
}
