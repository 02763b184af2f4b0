using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Media;

/// <summary>The newsroom's documents: who brought which, and what each says of itself. Their files lie where originals do.</summary>
public sealed class DocumentBook(Newsroom newsroom)
{
    /// <summary>What a document was found to be.</summary>
    public const string Kind = "pdf";

    /// <summary>Enters a document whose file is safe.</summary>
    /// <param name="firstPage">The picture of its first page.</param>
    /// <param name="own">What the file says of itself: its title, who wrote it, what it was made with.</param>
    /// <returns>False when the library had it already; it is the same document, so nothing changes.</returns>
    public Task<Result<bool>> Add(DocumentName name, PictureName firstPage, (string? Title, string? Author, string? Program) own, string? fileName, Hand by, CancellationToken cancellation) => newsroom.Write<bool>(async (db, now) =>
    {
        if (await db.Documents.AnyAsync(row => row.Hash == name.Hash, CancellationToken.None)) return false;
        var row = new DocumentRow
        {
            Hash = name.Hash,
            Name = name.ToString(),
            Kind = Kind,
            Bytes = name.Bytes,
            FileName = fileName,
            FirstPage = firstPage.ToString(),
            Title = own.Title,
            Author = own.Author,
            Program = own.Program,
            AddedBy = by.Name,
            AddedAt = now,
        };
        row.Index();
        db.Documents.Add(row);
        db.Note(now, by, "added a document", $"media/{name.Hash}", $"{name.Pages}, {Kind}");
        return true;
    }, cancellation);
}
