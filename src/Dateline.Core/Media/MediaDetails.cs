using Dateline.Core.Blocks;
using Dateline.Core.Outcomes;

namespace Dateline.Core.Media;

/// <summary>What the newsroom knows about a picture, recording or document in its library. Offered when it is used; a post keeps words of its own, so nothing that readers have changes with these.</summary>
public sealed record MediaDetails
{
    /// <summary>What a picture shows, for those who do not see it.</summary>
    public string? Alt { get; init; }

    /// <summary>What a reader may be told about it; of a document, what it is called.</summary>
    public string? Caption { get; init; }

    /// <summary>Whose it is.</summary>
    public string? Credit { get; init; }

    /// <summary>Where it comes from.</summary>
    public CreditKind? CreditKind { get; init; }

    /// <summary>Where it was taken or made, in words.</summary>
    public string? Place { get; init; }

    /// <summary>The day on which that was.</summary>
    public DateOnly? Taken { get; init; }

    /// <summary>What was agreed about its use; for the newsroom alone.</summary>
    public string? Rights { get; init; }

    /// <summary>When the right to show it ends, by itself; null when it does not. From then on readers have what shows it without it.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>The same, if it can be kept.</summary>
    public Result<MediaDetails> Checked()
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
