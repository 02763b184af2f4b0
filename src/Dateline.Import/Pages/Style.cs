using AngleSharp.Dom;
using Dateline.Core.Text;

namespace Dateline.Import.Pages;

/// <summary>How the text inside an element is set: its marks and its link.</summary>
internal sealed record Style(ValueList<Mark>? Marks = null, string? Href = null, bool Preformatted = false)
{
    public static readonly Style Plain = new();

    public Style Inside(IElement element, BodyContext context) => element.LocalName switch
    {
        "strong" or "b" => With(Mark.Strong),
        "em" or "i" or "cite" or "dfn" or "var" => With(Mark.Emphasis),
        "code" or "kbd" or "samp" or "tt" => With(Mark.Code),
        "pre" => With(Mark.Code) with { Preformatted = true },
        "a" => Linked(element, context),
        _ => this,
    };

    private Style With(Mark mark) => Marks is { } marks && marks.Contains(mark) ? this : this with { Marks = (Marks ?? []).With(mark) };

    private Style Linked(IElement element, BodyContext context)
    {
        if (element.GetAttribute("href") is not { Length: > 0 } href) return this;
        if (context.Addresses.Resolve(href) is { } address) return this with { Href = address };
        context.Remark($"This link was left out, its words were kept: {Sources.Remarks.Quote(href)}");
        return this;
    }

    public Run Run(string text) => new(text, Marks, Href);
}
