using System.Security.Cryptography;
using Dateline.Core.Media;
using Dateline.Core.Outcomes;
using Dateline.Media;
using Dateline.Media.Originals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Dateline.Desk.Media;

/// <summary>A picture that is safe.</summary>
internal sealed record Arrived(PictureName Name, string Kind, long Bytes);

/// <summary>Takes files in: onto the disk as they come, never whole in memory, then looked at, and kept only when they are pictures.</summary>
internal sealed class Arrivals(MediaFolder folder, IOriginals originals, Darkroom darkroom)
{
    /// <summary>The largest file taken, in bytes.</summary>
    public const int MostBytes = PictureReader.MostBytes;

    /// <summary>How many may be arriving at once; one more is told to come again.</summary>
    public const int MostAtOnce = 120;

    private const int MostParts = 10;
    private const int Buffer = 64 * 1024;

    private int _arriving;

    public Task<Result<Arrived>> Take(HttpRequest request, CancellationToken cancellation)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most) most.MaxRequestBodySize = MostBytes + (1024 * 1024);
        if (request.ContentLength > MostBytes + (1024 * 1024)) return Task.FromResult<Result<Arrived>>(TooLarge);
        return Take(file => Receive(request, file, cancellation), cancellation);
    }

    /// <summary>Takes in what is read from elsewhere, like any upload.</summary>
    public Task<Result<Arrived>> Take(Stream picture, CancellationToken cancellation) => Take(file => Receive(picture, file, cancellation), cancellation);

    private async Task<Result<Arrived>> Take(Func<string, Task<Result<string>>> receive, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _arriving) > MostAtOnce)
        {
            Interlocked.Decrement(ref _arriving);
            return TooMany;
        }
        var file = folder.Arriving();
        try
        {
            if (!(await receive(file)).Try(out var hash, out var refusal)) return refusal;
            if (darkroom.Now(() => PictureReader.Look(file)) is not { } looking) return TooMany;
            if (!(await looking).Try(out var seen, out refusal)) return refusal;
            var name = new PictureName(hash, seen.Width, seen.Height, seen.Colours);
            var bytes = new FileInfo(file).Length;
            if (await originals.Keep(file, hash, cancellation) is { } unkept) return unkept;
            return new Arrived(name, seen.Kind, bytes);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge;
        }
        finally
        {
            Interlocked.Decrement(ref _arriving);
            File.Delete(file);
        }
    }

    // The part called “file” goes to disk; its hash is the name that it is going to have.
    private static async Task<Result<string>> Receive(HttpRequest request, string file, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
            return new Refusal(RefusalKind.NotJson, "Send the picture as multipart/form-data, in a part called “file”.");
        var reader = new MultipartReader(boundary, request.Body) { BodyLengthLimit = MostBytes + 1 };
        try
        {
            for (var i = 0; i < MostParts && await reader.ReadNextSectionAsync(cancellation) is { } part; i++)
                if (part.AsFileSection()?.Name == "file") return await Receive(part.Body, file, cancellation);
        }
        catch (InvalidDataException)
        {
            return TooLarge;
        }
        catch (IOException) when (!cancellation.IsCancellationRequested)
        {
            return Missing("The upload ended before the picture did; send it again.");
        }
        return Missing("There is no part called “file” in what was sent; put the picture there.");
    }

    private static async Task<Result<string>> Receive(Stream part, string file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Buffer];
        await using var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        for (int read; (read = await part.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (target.Length + read > MostBytes) return TooLarge;
            hash.AppendData(buffer, 0, read);
            try
            {
                await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
            catch (IOException)
            {
                return OriginalsOnDisk.NoRoom;
            }
        }
        return target.Length == 0 ? Missing("The file is empty; choose another.") : Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Refusal Missing(string sentence) => new(RefusalKind.Invalid, sentence, [new Problem("file", sentence)]);

    private static Refusal TooLarge => Missing($"This file is larger than {MostBytes / (1024 * 1024)} MB; save the picture smaller and send it again.");

    private static Refusal TooMany => new(RefusalKind.Busy, "Many pictures are arriving at this moment; send it again in a few seconds.");
}
