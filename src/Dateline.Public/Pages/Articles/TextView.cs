using Dateline.Core.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Dateline.Public.Pages.Articles;

/// <summary>Rich text. The only place where a writer's marks and links become elements: these four, with the text in them encoded.</summary>
/// <remarks>Written by hand, as no space may come between two runs of a word.</remarks>
public sealed class TextView : Piece
{
    [Parameter, EditorRequired]
    public required RichText? Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (Text is null) return;
        for (var i = 0; i < Text.Runs.Count;)
        {
            var href = Text.Runs[i].Href;
            var linked = href is not null && Links.IsAllowed(href);
            if (linked) Open(builder, href!);
            for (; i < Text.Runs.Count && Text.Runs[i].Href == href; i++) Write(builder, Text.Runs[i]);
            if (linked) Close(builder, href!);
        }
    }

    private void Open(RenderTreeBuilder builder, string href)
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "href", Setting.Href(href));
        if (Setting.Style.IsOutside(href)) builder.AddAttribute(2, "rel", "external");
    }

    private void Close(RenderTreeBuilder builder, string href)
    {
        if (Setting.Style.IsOutside(href) && !Setting.IsFeed)
        {
            builder.OpenElement(3, "span");
            builder.AddAttribute(4, "class", "vh");
            builder.AddContent(5, $" ({Words.OutsideLink})");
            builder.CloseElement();
        }
        builder.CloseElement();
    }

    private static void Write(RenderTreeBuilder builder, Run run)
    {
        if (run.Is(Mark.Strong)) builder.OpenElement(6, "strong");
        if (run.Is(Mark.Emphasis)) builder.OpenElement(7, "em");
        if (run.Is(Mark.Code)) builder.OpenElement(8, "code");
        builder.AddContent(9, run.Text);
        if (run.Is(Mark.Code)) builder.CloseElement();
        if (run.Is(Mark.Emphasis)) builder.CloseElement();
        if (run.Is(Mark.Strong)) builder.CloseElement();
    }
}
