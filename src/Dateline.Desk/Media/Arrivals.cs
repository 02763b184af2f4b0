using System.Text;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Media;
using Dateline.Media.Documents;
using Dateline.Media.Originals;
using Dateline.Media.Recordings;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Media;

/// <summary>A file that was found to be what it means to be, and is safe.</summary>
internal abstract record Arrived(long Bytes)
{
    /// <summary>What the library calls it.</summary>
    public abstract string Id { get; }

    /// <summary>What it was called where it came from; null when nothing said.</summary>
    public string? FileName { get; init; }
}

/// <summary>A picture that is safe.</summary>
internal sealed record ArrivedPicture(PictureName Name, string Kind, long Bytes) : Arrived(Bytes)
{
    public override string Id => Name.ToString();
}

/// <summary>A video, sound or captions that are safe.</summary>
/// <param name="Still">A frame of a video, as a picture like any other; null when there is none.</param>
internal sealed record ArrivedRecording(RecordingName Name, ArrivedPicture? Still, long Bytes) : Arrived(Bytes)
{
    public override string Id => Name.ToString();
}

/// <summary>A document that is safe.</summary>
/// <param name="FirstPage">Its first page, as a picture like any other.</param>
internal sealed record ArrivedDocument(DocumentName Name, SeenDocument Seen, ArrivedPicture FirstPage, long Bytes) : Arrived(Bytes)
{
    public override string Id => Name.ToString();
}

/// <summary>Takes files in, looks at them, and keeps those alone that can be shown.</summary>
internal sealed class Arrivals(MediaFolder folder, IOriginals originals, Darkroom darkroom, RecordingReader recordings, DocumentReader documents) : IDisposable
{
    /// <summary>How many may be arriving at once; one more is told to come again.</summary>
    public const int MostAtOnce = 120;

    /// <summary>How many recordings are looked at at once; others wait, as each costs a program and reads its whole file.</summary>
    private const int MostLookedAt = 2;

    private readonly SemaphoreSlim _looking = new(MostLookedAt);
    private int _arriving;

    /// <summary>Takes in the file of a request.</summary>
    public Task<Result<Arrived>> Take(HttpRequest request, CancellationToken cancellation) =>
        Take(file => Reception.Take(request, file, cancellation), (file, received) => Any(file, received, cancellation));

    /// <summary>Takes in a file that is read from elsewhere, like any upload.</summary>
    public Task<Result<Arrived>> Take(Stream source, string? fileName, CancellationToken cancellation) =>
        Take(file => Reception.Take(source, file, fileName, cancellation), (file, received) => Any(file, received, cancellation));

    /// <summary>The same of a picture alone.</summary>
    public Task<Result<ArrivedPicture>> TakePicture(Stream picture, CancellationToken cancellation) =>
        Take(file => Reception.Take(picture, file, fileName: null, cancellation), (file, received) => Picture(file, received, cancellation));

    private async Task<Result<Arrived>> Any(string file, Received received, CancellationToken cancellation) => received.Kind switch
    {
        FileKind.Recording => As(await Recording(file, received, cancellation), received),
        FileKind.Document => As(await Document(file, received, cancellation), received),
        FileKind.Captions => As(await Captioned(file, received, cancellation), received),
        _ => As(await Picture(file, received, cancellation), received),
    };

    private static Result<Arrived> As<T>(Result<T> arrived, Received received) where T : Arrived => arrived.Try(out var file, out var refusal) ? file with { FileName = received.FileName } : refusal;

    private async Task<Result<T>> Take<T>(Func<string, Task<Result<Received>>> receive, Func<string, Received, Task<Result<T>>> keep) where T : notnull
    {
        if (Interlocked.Increment(ref _arriving) > MostAtOnce)
        {
            Interlocked.Decrement(ref _arriving);
            return TooMany;
        }
        var file = folder.Arriving();
        try
        {
            return (await receive(file)).Try(out var received, out var refusal) ? await keep(file, received) : refusal;
        }
        finally
        {
            Interlocked.Decrement(ref _arriving);
            File.Delete(file);
        }
    }

    private async Task<Result<ArrivedPicture>> Picture(string file, Received received, CancellationToken cancellation)
    {
        if (darkroom.Now(() => PictureReader.Look(file)) is not { } looking) return TooMany;
        if (!(await looking).Try(out var seen, out var refusal)) return refusal;
        if (await originals.Keep(file, received.Hash, cancellation) is { } unkept) return unkept;
        return new ArrivedPicture(new PictureName(received.Hash, seen.Width, seen.Height, seen.Colours), seen.Kind, received.Bytes);
    }

    private async Task<Result<ArrivedRecording>> Recording(string file, Received received, CancellationToken cancellation)
    {
        await _looking.WaitAsync(cancellation);
        try
        {
            if (!(await recordings.Look(file, received.Hash, cancellation)).Try(out var name, out var refusal)) return refusal;
            var still = name is VideoName video ? await Still(file, video, cancellation) : null;
            if (await originals.Keep(file, received.Hash, cancellation) is { } unkept) return unkept;
            return new ArrivedRecording(name, still, received.Bytes);
        }
        finally
        {
            _looking.Release();
        }
    }

    // A video without one can be shown all the same.
    private async Task<ArrivedPicture?> Still(string file, VideoName video, CancellationToken cancellation)
    {
        var still = folder.Arriving();
        try
        {
            if (!await recordings.Still(file, video, still, cancellation)) return null;
            await using var picture = File.OpenRead(still);
            return (await TakePicture(picture, cancellation)).Try(out var arrived, out _) ? arrived : null;
        }
        finally
        {
            File.Delete(still);
        }
    }

    private async Task<Result<ArrivedDocument>> Document(string file, Received received, CancellationToken cancellation)
    {
        if (documents.Unable is { } unable) return unable;
        if (!(await documents.Look(file, cancellation)).Try(out var seen, out var refusal)) return refusal;
        try
        {
            await using var page = File.OpenRead(seen.FirstPage);
            if (!(await TakePicture(page, cancellation)).Try(out var first, out refusal)) return refusal;
            if (await originals.Keep(file, received.Hash, cancellation) is { } unkept) return unkept;
            return new ArrivedDocument(new DocumentName(received.Hash, seen.Pages, seen.Bytes), seen, first, received.Bytes);
        }
        finally
        {
            File.Delete(seen.FirstPage);
        }
    }

    private async Task<Result<ArrivedRecording>> Captioned(string file, Received received, CancellationToken cancellation)
    {
        if (received.Bytes > Captions.MostBytes) return Refusal.OfFile($"These captions are larger than {Captions.MostBytes / (1024 * 1024)} MB; send them without pictures and styles.");
        try
        {
            if (!Captions.Read(await File.ReadAllTextAsync(file, new UTF8Encoding(false, throwOnInvalidBytes: true), cancellation)).Try(out _, out var refusal)) return refusal;
        }
        catch (DecoderFallbackException)
        {
            return Refusal.OfFile("These captions are not in UTF-8; save them so and send them again.");
        }
        if (await originals.Keep(file, received.Hash, cancellation) is { } unkept) return unkept;
        return new ArrivedRecording(new CaptionsName(received.Hash), null, received.Bytes);
    }

    public void Dispose() => _looking.Dispose();

    private static Refusal TooMany => new(RefusalKind.Busy, "Many files are arriving at this moment; send it again in a few seconds.");
}
