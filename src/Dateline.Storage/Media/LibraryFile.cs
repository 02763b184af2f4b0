using Dateline.Core.Media;

namespace Dateline.Storage.Media;

/// <summary>What the library has to say of any file.</summary>
/// <param name="Kind">What it was found to be: <c>jpeg</c>, <c>video</c>, <c>pdf</c> …</param>
/// <param name="FileName">What it was called where it came from; null when nothing said.</param>
public sealed record Facts(string Kind, long Bytes, string? FileName, string AddedBy, DateTimeOffset AddedAt, MediaDetails Details)
{
    internal static Facts Of(MediaRow row) => new(row.Kind, row.Bytes, row.FileName, row.AddedBy, row.AddedAt, row.Details);
}

/// <summary>A file as the library shows it.</summary>
public abstract record LibraryFile(Facts Facts);

/// <summary>A picture.</summary>
/// <param name="PartOf">The hash of the video or document that it was taken from; null for one that came by itself.</param>
public sealed record LibraryPicture(PictureName Name, Facts Facts, string? PartOf) : LibraryFile(Facts);

/// <summary>A video, sound or captions.</summary>
/// <param name="Still">The name of the picture that was taken from a video; null when there is none.</param>
/// <param name="IsReady">Whether readers can be given it.</param>
/// <param name="Trouble">Why they never can; null as long as that is not so.</param>
public sealed record LibraryRecording(RecordingName Name, Facts Facts, string? Still, bool IsReady, string? Trouble) : LibraryFile(Facts);

/// <summary>A document.</summary>
/// <param name="FirstPage">The name of the picture of its first page.</param>
/// <param name="Title">What the file calls itself.</param>
/// <param name="Author">Who the file says wrote it.</param>
/// <param name="Program">What the file says it was made with.</param>
public sealed record LibraryDocument(DocumentName Name, Facts Facts, string FirstPage, string? Title, string? Author, string? Program) : LibraryFile(Facts);
