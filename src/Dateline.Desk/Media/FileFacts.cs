using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Core.Media;
using Dateline.Core.Posts;
using Dateline.Storage.Media;

namespace Dateline.Desk.Media;

/// <summary>A file of the library as the API tells of it.</summary>
internal static class FileFacts
{
    /// <summary>What the file itself says: which it is, how large and how long.</summary>
    public static JsonObject Of(LibraryFile file)
    {
        var (id, hash, type) = file switch
        {
            LibraryPicture picture => (picture.Name.ToString(), picture.Name.Hash, MediaType.Picture),
            LibraryDocument document => (document.Name.ToString(), document.Name.Hash, MediaType.Document),
            LibraryRecording { Name: VideoName name } => (name.ToString(), name.Hash, MediaType.Video),
            LibraryRecording { Name: SoundName name } => (name.ToString(), name.Hash, MediaType.Audio),
            LibraryRecording recording => (recording.Name.ToString(), recording.Name.Hash, MediaType.Captions),
            _ => throw new ArgumentOutOfRangeException(nameof(file)),
        };
        var json = new JsonObject { ["id"] = id, ["hash"] = hash, ["type"] = Written(type), ["kind"] = file.Facts.Kind, ["bytes"] = file.Facts.Bytes };
        Put(json, "fileName", file.Facts.FileName);
        if (file is LibraryPicture seen) Put(json, seen);
        if (file is LibraryRecording made) Put(json, made);
        if (file is LibraryDocument read) Put(json, read);
        return json;
    }

    /// <summary>All that the newsroom knows about it.</summary>
    public static JsonObject Whole(LibraryFile file)
    {
        var json = Of(file);
        (json["addedBy"], json["addedAt"], json["details"]) = (file.Facts.AddedBy, Instants.Write(file.Facts.AddedAt), Of(file.Facts.Details));
        return json;
    }

    /// <summary>What a file is, as it is written and asked for.</summary>
    public static string Written(MediaType type) => JsonNamingPolicy.CamelCase.ConvertName(type.ToString());

    private static void Put(JsonObject json, LibraryPicture picture)
    {
        (json["width"], json["height"]) = (picture.Name.Width, picture.Name.Height);
        Put(json, "partOf", picture.PartOf);
    }

    private static void Put(JsonObject json, LibraryRecording recording)
    {
        if (recording.Name is VideoName video) (json["width"], json["height"], json["seconds"]) = (video.Width, video.Height, video.Length.TotalSeconds);
        if (recording.Name is SoundName sound) json["seconds"] = sound.Length.TotalSeconds;
        json["ready"] = recording.IsReady;
        Put(json, "trouble", recording.Trouble);
        Put(json, "poster", recording.Still);
    }

    private static void Put(JsonObject json, LibraryDocument document)
    {
        (json["pages"], json["firstPage"]) = (document.Name.Pages, document.FirstPage);
        Put(json, "title", document.Title);
        Put(json, "author", document.Author);
        Put(json, "program", document.Program);
    }

    private static JsonObject Of(MediaDetails known)
    {
        var json = new JsonObject();
        Put(json, "alt", known.Alt);
        Put(json, "caption", known.Caption);
        Put(json, "credit", known.Credit);
        Put(json, "creditKind", known.CreditKind is { } kind ? JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()) : null);
        Put(json, "place", known.Place);
        Put(json, "taken", known.Taken?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Put(json, "rights", known.Rights);
        Put(json, EndOfRights.Field, known.NotAfter is { } end ? Instants.Write(end) : null);
        return json;
    }

    private static void Put(JsonObject json, string field, string? text)
    {
        if (text is not null) json[field] = text;
    }
}
