using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Storage.Audit;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Storage.Media;

/// <summary>A document that the newsroom has.</summary>
/// <param name="Name">What the library calls it.</param>
/// <param name="FirstPage">The picture of its first page.</param>
/// <param name="Title">What the file calls itself.</param>
/// <param name="Author">Who the file says wrote it.</param>
/// <param name="Program">What the file says it was made with.</param>
public sealed record KeptDocument(DocumentName Name, string FirstPage, string? Title, string? Author, string? Program);

/// <summary>The newsroom's documents: who brought which, and what each says of itself. Their files lie where originals do; a row is written once its file is safe there, and stays.</summary>
public sealed class DocumentBook(Newsroom newsroom)
{
    /// <summary>Enters a document whose file is safe.</summary>
    /// <returns>False when the library had it already; it is the same document, so nothing changes.</returns>
    public Task<Result<bool>> Add(KeptDocument document, Hand by, CancellationToken cancellation) => newsroom.Write<bool>(async (db, now) =>
    {
        var name = document.Name;
        if (await db.Documents.AnyAsync(row => row.Hash == name.Hash, CancellationToken.None)) return false;
        db.Documents.Add(new DocumentRow { Hash = name.Hash, Name = name.ToString(), FirstPage = document.FirstPage, Title = document.Title, Author = document.Author, Program = document.Program, AddedBy = by.Name, AddedAt = now });
        db.Note(now, by, "added a document", $"media/{name.Hash}", $"{name.Pages}, pdf");
        return true;
    }, cancellation);

    /// <summary>The document with this hash.</summary>
    public async Task<KeptDocument?> Find(string hash, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        return await db.Documents.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellation) is { } row ? Of(row) : null;
    }

    /// <summary>Those of these names that the library never gave out.</summary>
    public async Task<IReadOnlyCollection<string>> Unknown(IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        await using var db = newsroom.Open();
        return await Names.Unknown(names, db.Documents.Select(row => row.Name), cancellation);
    }

    private static KeptDocument Of(DocumentRow row) => DocumentName.TryParse(row.Name, out var name)
        ? new KeptDocument(name, row.FirstPage, row.Title, row.Author, row.Program)
        : throw new InvalidOperationException($"The library holds a document called {row.Name}.");
}
