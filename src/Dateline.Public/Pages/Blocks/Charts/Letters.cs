using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Dateline.Public.Pages.Blocks.Charts;

/// <summary>Text in a drawing. Written by hand, because Razor keeps the tag of that name to itself.</summary>
public sealed class Letters : ComponentBase
{
    [Parameter] public string? X { get; set; }

    [Parameter, EditorRequired] public required string Y { get; set; }

    [Parameter] public string? Class { get; set; }

    [Parameter] public string? Anchor { get; set; }

    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", Y);
        builder.AddAttribute(4, "text-anchor", Anchor);
        builder.AddContent(5, ChildContent);
        builder.CloseElement();
    }
}
