using System.Globalization;
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

/// <summary>A whole file that arrived.</summary>
/// <param name="FileName">What it was called where it came from; null when nothing said.</param>
internal sealed record Received(string Hash, FileKind Kind, long Bytes, string? FileName);

/// <summary>Takes files in as they come: onto the disk, never whole in memory, and never more than its kind may have.</summary>
internal static class Reception
{
    /// <summary>The largest picture taken, in bytes; captions too.</summary>
    public const int MostOfPicture = PictureReader.MostBytes;

    /// <summary>The largest video or sound taken, in bytes.</summary>
    public const int MostOfRecording = 500 * Megabyte;

    private const int Megabyte = 1024 * 1024;
    private const int MostParts = 10;

    // A longer name keeps its end, by which it is told apart.
    private const int MostOfName = 200;

    private const int Buffer = 64 * 1024;

    /// <summary>Takes the part called “file” of a request.</summary>
    public static async Task<Result<Received>> Take(HttpRequest request, string file, CancellationToken cancellation)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most) most.MaxRequestBodySize = MostOfRecording + Megabyte;
        if (request.ContentLength > MostOfRecording + Megabyte) return TooLarge(MostOfRecording);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
            return new Refusal(RefusalKind.NotJson, "Send the file as multipart/form-data, in a part called “file”.");
        var reader = new MultipartReader(boundary, request.Body) { BodyLengthLimit = MostOfRecording + 1L };
        try
        {
            for (var i = 0; i < MostParts && await reader.ReadNextSectionAsync(cancellation) is { } part; i++)
                if (part.AsFileSection() is { Name: "file" } sent) return await Take(part.Body, file, sent.FileName, cancellation);
        }
        catch (InvalidDataException)
        {
            return TooLarge(MostOfRecording);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge(MostOfRecording);
        }
        catch (IOException) when (!cancellation.IsCancellationRequested)
        {
            return Refusal.OfFile("The upload ended before the file did; send it again.");
        }
        return Refusal.OfFile("There is no part called “file” in what was sent; put the file there.");
    }

    /// <summary>Takes what is read from elsewhere.</summary>
    public static async Task<Result<Received>> Take(Stream source, string file, string? fileName, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Buffer];
        await using var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var read = await source.ReadAtLeastAsync(buffer, FileOpening.Bytes, throwOnEndOfStream: false, cancellation);
        if (read == 0) return Refusal.OfFile("The file is empty; choose another.");
        var kind = FileOpening.Of(buffer.AsSpan(0, Math.Min(read, FileOpening.Bytes)));
        var most = kind switch { FileKind.Recording => MostOfRecording, FileKind.Document => DocumentName.MostBytes, _ => MostOfPicture };
        for (; read > 0; read = await source.ReadAsync(buffer, cancellation))
        {
            if (target.Length + read > most) return TooLarge(most);
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
        return new Received(Convert.ToHexStringLower(hash.GetHashAndReset()), kind, target.Length, Named(fileName));
    }

    // Some senders give the way to it as well, of whatever system; and it is shown at the desk, so nothing in it may be unseen.
    private static string? Named(string? fileName)
    {
        var name = new string([.. (fileName ?? "").Split('/', '\\')[^1].Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)]).Trim();
        return name.Length switch { 0 => null, > MostOfName => name[^MostOfName..], _ => name };
    }

    private static Refusal TooLarge(int most) => Refusal.OfFile($"This file is larger than {most / Megabyte} MB; save it smaller and send it again.");
}
