using System.Globalization;
using System.Text;
using Dateline.Public.Editions;
using Dateline.Public.Serving;

namespace Dateline.Public.Wire;

/// <summary>A sheet of a live page as it leaves by the door: for each form that was asked for the whole head of the answer but the date, and the body.</summary>
internal sealed class Handout
{
    private readonly Sheet _sheet;
    private readonly Forms _body;
    private readonly PageAnswer?[] _answers = new PageAnswer?[4];
    private readonly string _shared;
    private readonly PageAnswer _unchanged;
    private readonly byte[] _tag;
    private readonly string _epoch;
    private readonly long _head;

    public Handout(Sheet sheet, Edition edition, IEnumerable<KeyValuePair<string, string>> fields)
    {
        (_sheet, _body, _epoch, _head) = (sheet, sheet.Body, edition.Epoch, edition.Head);
        _tag = Encoding.ASCII.GetBytes(sheet.ETag);
        _shared = string.Concat(fields.Select(field => $"{field.Key}: {field.Value}\r\n"));
        _unchanged = new PageAnswer(Encoding.ASCII.GetBytes($"HTTP/1.1 304 Not Modified\r\n{_shared}Date: "), default);
    }

    public Sheet Sheet => _sheet;

    /// <summary>Whether this is what a reader is to be given now.</summary>
    public bool IsOf(Edition edition, DateTimeOffset now) =>
        _head == edition.Head && ReferenceEquals(_body, _sheet.Body) && _epoch == edition.Epoch && !(_sheet.StaleAt <= now);

    /// <summary>What to do for somebody who asks for this: give it in the form they like, or only the word that they have it, or make that form first.</summary>
    public Reception Receive(scoped in RequestHead head, Visitor visitor)
    {
        Span<char> accept = stackalloc char[RequestHead.MostAccept];
        accept = accept[..Encoding.ASCII.GetChars(head.AcceptEncoding, accept)];
        var encoding = Encodings.Choose(accept);
        // One tag, as browsers send it. A list that holds it is answered with the sheet, which is never wrong.
        if ((head.IfNoneMatch.SequenceEqual(_tag) ? _unchanged : Volatile.Read(ref _answers[(int)encoding])) is { } answer) return new Reception(null, null, answer);
        return visitor.MayWait ? Reception.After(Make(encoding)) : Reception.Elsewhere;
    }

    // Made once for all who wait for it: the forms see to that.
    private async Task Make(ContentEncoding encoding)
    {
        var (body, coding) = await _body.Get(encoding);
        var head = string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Type: {_sheet.ContentType}\r\nContent-Length: {body.Length}\r\n{(coding is null ? "" : $"Content-Encoding: {coding}\r\n")}{_shared}Date: ");
        Volatile.Write(ref _answers[(int)encoding], new PageAnswer(Encoding.ASCII.GetBytes(head), body));
    }
}

/// <summary>An answer to be sent: its head up to the date, and its body.</summary>
internal sealed record PageAnswer(byte[] Head, ReadOnlyMemory<byte> Body);
