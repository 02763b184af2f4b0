using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Media;

/// <summary>The newsroom's pictures: who brought which, and whether its renditions are made. Their files lie where originals do.</summary>
public sealed class PictureBook(Newsroom newsroom)
{
    /// <summary>Enters a picture whose file is safe.</summary>
    /// <param name="partOf">The hash of the video or document that it was taken from; null for one that came by itself.</param>
    /// <returns>False when the library had it already; it is the same picture, so nothing changes.</returns>
    public Task<Result<bool>> Add(PictureName picture, string kind, long bytes, string? fileName, string? partOf, Hand by, CancellationToken cancellation) => newsroom.Write<bool>(async (db, now) =>
    {
        if (await db.Pictures.AnyAsync(row => row.Hash == picture.Hash, CancellationToken.None)) return false;
        var row = new PictureRow { Hash = picture.Hash, Name = picture.ToString(), Kind = kind, Bytes = bytes, FileName = fileName, PartOf = partOf, AddedBy = by.Name, AddedAt = now };
        row.Index();
        db.Pictures.Add(row);
        db.Note(now, by, "added a picture", $"media/{picture.Hash}", $"{picture.Width} × {picture.Height}, {kind}");
        return true;
    }, cancellation);

    /// <summary>Pictures whose renditions are still to be made, newest first.</summary>
    public async Task<IReadOnlyList<string>> Due(int most, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        return await db.Pictures.Where(row => row.DevelopedAt == null).OrderByDescending(row => row.AddedAt).Select(row => row.Hash).Take(most).ToListAsync(cancellation);
    }

    /// <summary>Notes that there is nothing more to make of a picture.</summary>
    public Task<Result<string>> Developed(string hash, CancellationToken cancellation) => newsroom.Write<string>(async (db, now) =>
    {
        await db.Pictures.Where(row => row.Hash == hash).ExecuteUpdateAsync(row => row.SetProperty(p => p.DevelopedAt, now), CancellationToken.None);
        return hash;
    }, cancellation);
}
