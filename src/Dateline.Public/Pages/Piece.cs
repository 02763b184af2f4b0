using Dateline.Public.Pages.Wording;
using Microsoft.AspNetCore.Components;

namespace Dateline.Public.Pages;

/// <summary>A piece of a page: a component that knows its setting.</summary>
public abstract class Piece : ComponentBase
{
    [CascadingParameter]
    public required Setting Setting { get; set; }

    protected Words Words => Setting.Words;
}
