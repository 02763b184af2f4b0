using System.Text.Json.Nodes;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Media.Documents;
using Dateline.Storage.Audit;
using Dateline.Storage.Media;

namespace Dateline.Desk.Media;

/// <summary>A file as it was entered, with what is told of it.</summary>
internal sealed record Entered(JsonObject Json, bool IsNew);

/// <summary>Enters what arrived in the library's books, and has made of it what readers get.</summary>
/// <param name="development">Makes pictures ready; null in a command, beside which a server may run that looks for what is new.</param>
/// <param name="mastering">The same for recordings.</param>
internal sealed class NewFiles(PictureBook pictures, RecordingBook recordings, DocumentBook documents, Development? development = null, Mastering? mastering = null)
{
    public Task<Result<Entered>> Enter(Arrived arrived, Hand by, CancellationToken cancellation) => arrived switch
    {
        ArrivedRecording recording => Enter(recording, by, cancellation),
        ArrivedDocument document => Enter(document, by, cancellation),
        _ => Enter((ArrivedPicture)arrived, by, cancellation),
    };

    public async Task<Result<Entered>> Enter(ArrivedPicture picture, Hand by, CancellationToken cancellation)
    {
        var (name, kind, bytes) = picture;
        if (!(await pictures.Add(name, kind, bytes, by, cancellation)).Try(out var isNew, out var refusal)) return refusal;
        if (isNew) development?.Hurry();
        return new Entered(new JsonObject { ["id"] = name.ToString(), ["hash"] = name.Hash, ["kind"] = kind, ["bytes"] = bytes, ["width"] = name.Width, ["height"] = name.Height }, isNew);
    }

    private async Task<Result<Entered>> Enter(ArrivedRecording recording, Hand by, CancellationToken cancellation)
    {
        if (recording.Still is { } still && (await Enter(still, by, cancellation)).Refusal is { } unentered) return unentered;
        if (!(await recordings.Add(recording.Name, recording.Bytes, by, cancellation)).Try(out var isNew, out var refusal)) return refusal;
        if (mastering is not null && recording.Name is CaptionsName captions) await mastering.MakeNow(captions, cancellation);
        else mastering?.Hurry();
        var kept = await recordings.Find(recording.Name.Hash, cancellation);
        var json = Of(recording.Name, recording.Bytes, kept is { IsReady: true });
        if (recording.Still is { } poster) json["poster"] = poster.Name.ToString();
        return new Entered(json, isNew);
    }

    private async Task<Result<Entered>> Enter(ArrivedDocument document, Hand by, CancellationToken cancellation)
    {
        var (name, seen) = (document.Name, document.Seen);
        if ((await Enter(document.FirstPage, by, cancellation)).Refusal is { } unentered) return unentered;
        if (!(await documents.Add(new KeptDocument(name, document.FirstPage.Name.ToString(), seen.Title, seen.Author, seen.Program), by, cancellation)).Try(out var isNew, out var refusal)) return refusal;
        // One that was here keeps the first page that it was given then.
        return await documents.Find(name.Hash, cancellation) is { } kept ? new Entered(Of(kept), isNew) : throw new InvalidOperationException("A document that was kept is gone.");
    }

    /// <summary>A document as the API tells of it.</summary>
    public static JsonObject Of(KeptDocument kept)
    {
        var json = new JsonObject { ["id"] = kept.Name.ToString(), ["hash"] = kept.Name.Hash, ["kind"] = DocumentReader.Kind, ["bytes"] = kept.Name.Bytes, ["pages"] = kept.Name.Pages, ["firstPage"] = kept.FirstPage };
        if (kept.Title is { } title) json["title"] = title;
        if (kept.Author is { } author) json["author"] = author;
        if (kept.Program is { } program) json["program"] = program;
        return json;
    }

    /// <summary>A recording as the API tells of it.</summary>
    public static JsonObject Of(RecordingName name, long bytes, bool isReady)
    {
        var json = new JsonObject { ["id"] = name.ToString(), ["hash"] = name.Hash, ["kind"] = name is VideoName ? "video" : name is SoundName ? "audio" : "captions", ["bytes"] = bytes };
        if (name is VideoName video) (json["width"], json["height"], json["seconds"]) = (video.Width, video.Height, video.Length.TotalSeconds);
        if (name is SoundName sound) json["seconds"] = sound.Length.TotalSeconds;
        json["ready"] = isReady;
        return json;
    }
}
