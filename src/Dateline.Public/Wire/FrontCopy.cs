using System.Globalization;
using System.Text;
using Dateline.Public.Editions;
using Dateline.Public.Serving;

namespace Dateline.Public.Wire;

/// <summary>A live page's front as it leaves by the door: for each form the whole head of the answer but the date, and the body.</summary>
internal sealed class FrontCopy
{
    private readonly Sheet _sheet;
    private readonly IReadOnlyList<byte[]> _bodies;
    private readonly byte[][] _heads;
    private readonly byte[] _unchanged;
    private readonly byte[] _tag;
    private readonly string _epoch;
    private readonly long _head;

    public FrontCopy(Sheet sheet, Edition edition, IEnumerable<KeyValuePair<string, string>> fields)
    {
        (_sheet, _bodies, _epoch, _head) = (sheet, sheet.Bodies, edition.Epoch, edition.Head);
        _tag = Encoding.ASCII.GetBytes(sheet.ETag);
        var shared = string.Concat(fields.Select(field => $"{field.Key}: {field.Value}\r\n"));
        _unchanged = Encoding.ASCII.GetBytes($"HTTP/1.1 304 Not Modified\r\n{shared}Date: ");
        _heads = [.. Enum.GetValues<ContentEncoding>().Select(Head)];

        byte[] Head(ContentEncoding encoding)
        {
            var coding = encoding.Name() is { } name && !ReferenceEquals(_bodies[(int)encoding], _bodies[0]) ? $"Content-Encoding: {name}\r\n" : "";
            return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"HTTP/1.1 200 OK\r\nContent-Type: {sheet.ContentType}\r\nContent-Length: {_bodies[(int)encoding].Length}\r\n{coding}{shared}Date: "));
        }
    }

    public Sheet Sheet => _sheet;

    /// <summary>Whether this is what a reader is to be given now.</summary>
    public bool IsOf(Edition edition, DateTimeOffset now) =>
        _head == edition.Head && ReferenceEquals(_bodies, _sheet.Bodies) && _epoch == edition.Epoch && !(_sheet.StaleAt <= now);

    /// <summary>Only the word that the reader has it, when it says so; else the page in this form.</summary>
    /// <param name="ifNoneMatch">What the reader has; one tag, as browsers send it. A list that holds it is answered with the page, which is never wrong.</param>
    public PageAnswer Answer(ContentEncoding encoding, ReadOnlySpan<byte> ifNoneMatch) =>
        ifNoneMatch.SequenceEqual(_tag) ? new PageAnswer(_unchanged, default) : new PageAnswer(_heads[(int)encoding], _bodies[(int)encoding]);
}

/// <summary>An answer to be sent: its head up to the date, and its body.</summary>
internal readonly record struct PageAnswer(byte[] Head, ReadOnlyMemory<byte> Body);
