using System.Text.Json.Nodes;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Storage.Audit;
using Dateline.Storage.Media;

namespace Dateline.Desk.Media;

/// <summary>A file as it was entered, with what is told of it.</summary>
internal sealed record Entered(JsonObject Json, bool IsNew);

/// <summary>Enters what arrived in the library's books, and has made of it what readers get.</summary>
/// <param name="development">Makes pictures ready; null in a command, beside which a server may run that looks for what is new.</param>
/// <param name="mastering">The same for recordings.</param>
internal sealed class NewFiles(Library library, PictureBook pictures, RecordingBook recordings, DocumentBook documents, Development? development = null, Mastering? mastering = null)
{
    public async Task<Result<Entered>> Enter(Arrived arrived, Hand by, CancellationToken cancellation)
    {
        var entered = arrived switch
        {
            ArrivedRecording recording => await Enter(recording, by, cancellation),
            ArrivedDocument document => await Enter(document, by, cancellation),
            _ => await Enter((ArrivedPicture)arrived, partOf: null, by, cancellation),
        };
        return entered.Try(out var isNew, out var refusal) ? await Told(arrived, isNew, cancellation) : refusal;
    }

    /// <summary>Enters a part of a picture, with what is known about the whole.</summary>
    public async Task<Result<Entered>> Enter(ArrivedPicture part, LibraryPicture whole, Hand by, CancellationToken cancellation)
    {
        var named = part with { FileName = whole.Facts.FileName ?? "crop" };
        if (!(await Enter(named, whole.PartOf ?? whole.Name.Hash, by, cancellation)).Try(out var isNew, out var refusal)) return refusal;
        // What somebody said about the part since stays.
        if ((await library.Describe(part.Name.Hash, known => known == new MediaDetails() ? whole.Facts.Details : known, "as of the whole picture", by, cancellation)).Refusal is { } undescribed) return undescribed;
        return await Told(part, isNew, cancellation);
    }

    // One that was here keeps what it had then: its first page, its still.
    private async Task<Result<Entered>> Told(Arrived arrived, bool isNew, CancellationToken cancellation) =>
        await library.Find(MediaHash.Of(arrived.Id)!, cancellation) is { } file ? new Entered(FileFacts.Of(file), isNew) : throw new InvalidOperationException("A file that was kept is gone.");

    private async Task<Result<bool>> Enter(ArrivedPicture picture, string? partOf, Hand by, CancellationToken cancellation)
    {
        if (!(await pictures.Add(picture.Name, picture.Kind, picture.Bytes, picture.FileName, partOf, by, cancellation)).Try(out var isNew, out var refusal)) return refusal;
        if (isNew) development?.Hurry();
        return isNew;
    }

    private async Task<Result<bool>> Enter(ArrivedRecording recording, Hand by, CancellationToken cancellation)
    {
        if (recording.Still is { } still && (await Enter(still, recording.Name.Hash, by, cancellation)).Refusal is { } unentered) return unentered;
        if (!(await recordings.Add(recording.Name, recording.Bytes, recording.Still?.Name, recording.FileName, by, cancellation)).Try(out var isNew, out var refusal)) return refusal;
        if (mastering is not null && recording.Name is CaptionsName captions) await mastering.MakeNow(captions, cancellation);
        else mastering?.Hurry();
        return isNew;
    }

    private async Task<Result<bool>> Enter(ArrivedDocument document, Hand by, CancellationToken cancellation)
    {
        var (name, seen) = (document.Name, document.Seen);
        if ((await Enter(document.FirstPage, document.Name.Hash, by, cancellation)).Refusal is { } unentered) return unentered;
        return await documents.Add(name, document.FirstPage.Name, (seen.Title, seen.Author, seen.Program), document.FileName, by, cancellation);
    }
}
