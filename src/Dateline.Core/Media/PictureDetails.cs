using Dateline.Core.Blocks;
using Dateline.Core.Outcomes;

namespace Dateline.Core.Media;

/// <summary>What the newsroom knows about a picture in its library. Offered when the picture is used; a post keeps words of its own, so nothing that readers have changes with these.</summary>
public sealed record PictureDetails
{
    /// <summary>What the picture shows, for those who do not see it.</summary>
    public string? Alt { get; init; }

    /// <summary>What a reader may be told about it.</summary>
    public string? Caption { get; init; }

    /// <summary>Whose picture it is.</summary>
    public string? Credit { get; init; }

    /// <summary>Where it comes from.</summary>
    public CreditKind? CreditKind { get; init; }

    /// <summary>Where it was taken, in words.</summary>
    public string? Place { get; init; }

    /// <summary>The day on which it was taken.</summary>
    public DateOnly? Taken { get; init; }

    /// <summary>What was agreed about its use; for the newsroom alone.</summary>
    public string? Rights { get; init; }

    /// <summary>When the right to show it ends, by itself; null when it does not. From then on readers have what shows it without it.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>The same, if it can be kept.</summary>
    public Result<PictureDetails> Checked()
    {
        var problems = new Problems();
        Fields.Short(Alt, "alt", problems);
        Fields.Short(Caption, "caption", problems);
        Fields.Short(Credit, "credit", problems);
        Fields.Short(Place, "place", problems);
        Fields.Short(Rights, "rights", problems);
        return problems.Found.Count > 0 ? Refusal.Of(problems.Found) : this;
    }
}
