using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dateline.Public.Live;

/// <summary>A post that comes along with a change because an open page needs it to show twenty.</summary>
public sealed record FillFrame(string Target, int Revision, string Sort, string Html);

/// <summary>A change as open pages get it (spec/protocol.md, "Frames"): rendered once, encoded once, shared by every reader.</summary>
public sealed class Frame
{
    // The default encoder would double the size of markup; this JSON is never put into HTML.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private byte[]? _json;
    private byte[]? _event;

    public required long Seq { get; init; }

    public required string Op { get; init; }

    public string? Target { get; init; }

    public int? Revision { get; init; }

    public string? Sort { get; init; }

    public bool? Breaking { get; init; }

    public bool? KeyEvent { get; init; }

    public string? Status { get; init; }

    public string? Html { get; init; }

    public FillFrame? Fill { get; init; }

    /// <summary>Section name → HTML; only the sections that no later change touched.</summary>
    public ImmutableSortedDictionary<string, string> Sections { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What it speaks of: the ids of its posts and the names of its sections.</summary>
    internal IEnumerable<string> Names
    {
        get
        {
            if (Target is not null) yield return Target;
            if (Fill is not null && Fill.Target != Target) yield return Fill.Target;
            if (Sections.IsEmpty) yield break;
            foreach (var section in Sections) yield return section.Key;
        }
    }

    /// <summary>The frame's object, for batches.</summary>
    public ReadOnlyMemory<byte> Json => _json ??= WriteJson();

    /// <summary>The frame as a server-sent event.</summary>
    public ReadOnlyMemory<byte> Event => _event ??= [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {Seq}\nevent: change\ndata: ")), .. Json.Span, .. "\n\n"u8];

    /// <summary>The same change, carrying these sections.</summary>
    public Frame With(ImmutableSortedDictionary<string, string> sections) => Copy(Fill, sections);

    /// <summary>The same change after a later one took over these sections.</summary>
    public Frame Without(IEnumerable<string> sections) => Copy(Fill, Sections.RemoveRange(sections));

    /// <summary>The same change with the filling post as it is now; null when readers no longer have it.</summary>
    public Frame WithFill(FillFrame? fill) => Copy(fill, Sections);

    /// <summary>What is left of a change when a later one replaced it: its number.</summary>
    public Frame Void() => new() { Seq = Seq, Op = "void", Target = Target, Fill = Fill, Sections = Sections };

    private Frame Copy(FillFrame? fill, ImmutableSortedDictionary<string, string> sections) => new()
    {
        Seq = Seq,
        Op = Op,
        Target = Target,
        Revision = Revision,
        Sort = Sort,
        Breaking = Breaking,
        KeyEvent = KeyEvent,
        Status = Status,
        Html = Html,
        Fill = fill,
        Sections = sections,
    };

    private byte[] WriteJson()
    {
        var buffer = new ArrayBufferWriter<byte>(Html is null ? 256 : Html.Length + 512);
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            json.WriteNumber("seq", Seq);
            json.WriteString("op", Op);
            json.WriteString("target", Target);
            if (Revision is { } revision) json.WriteNumber("revision", revision);
            if (Sort is { } sort) json.WriteString("sort", sort);
            if (Breaking is { } breaking) json.WriteBoolean("breaking", breaking);
            if (KeyEvent is { } keyEvent) json.WriteBoolean("keyEvent", keyEvent);
            if (Status is { } status) json.WriteString("status", status);
            if (Html is { } html) json.WriteString("html", html);
            if (Fill is { } fill)
            {
                json.WriteStartObject("fill");
                json.WriteString("target", fill.Target);
                json.WriteNumber("revision", fill.Revision);
                json.WriteString("sort", fill.Sort);
                json.WriteString("html", fill.Html);
                json.WriteEndObject();
            }
            if (Sections.Count > 0)
            {
                json.WriteStartObject("sections");
                foreach (var section in Sections) json.WriteString(section.Key, section.Value);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
