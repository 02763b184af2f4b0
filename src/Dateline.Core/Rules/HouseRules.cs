using Dateline.Core.Outcomes;

namespace Dateline.Core.Rules;

/// <summary>What a newsroom has agreed on for all its live pages.</summary>
public sealed record HouseRules
{
    /// <summary>The longest a post is held back after somebody pressed Publish, in seconds: longer would be a schedule.</summary>
    public const int MostSendDelay = 60;

    /// <summary>For how many seconds a post can be called back after somebody pressed Publish; 0 for not at all.</summary>
    public int SendDelay { get; init; }

    /// <summary>What is asked of a post before readers get it.</summary>
    public Checklist Checklist { get; init => field = value ?? new(); } = new();

    /// <summary>Notes what cannot be agreed on.</summary>
    public void Check(Problems problems)
    {
        if (SendDelay is < 0 or > MostSendDelay) problems.Add("sendDelay", $"A post can be held back for 0 to {MostSendDelay} seconds; schedule one that is to go out later.");
    }
}
