using System.Text.Json.Serialization;
using Dateline.Core.Json;

namespace Dateline.Core.Posts;

/// <summary>Something done by somebody at some time: flags and filings are such records, so that undoing one is removing it.</summary>
/// <param name="By">Who: the name of the member or token.</param>
/// <param name="At">When.</param>
/// <param name="Note">What they said about it, for colleagues.</param>
public sealed record Act(string By, DateTimeOffset At, string? Note = null);

/// <summary>A release set for later.</summary>
/// <param name="For">The instant at which readers get the post.</param>
/// <param name="By">Who set it.</param>
/// <param name="At">When it was set.</param>
public sealed record Schedule(DateTimeOffset For, string By, DateTimeOffset At);

/// <summary>That readers have the post.</summary>
/// <param name="FirstAt">When they first got it.</param>
/// <param name="By">Who first published it.</param>
/// <param name="Ordinal">The server's own count of posts on the page, which orders posts that show the same time.</param>
/// <param name="Revision">How many versions readers have had.</param>
public sealed record Publication(DateTimeOffset FirstAt, string By, long Ordinal, int Revision);

/// <summary>A public note of what was wrong.</summary>
/// <param name="At">When it was put right.</param>
/// <param name="Note">What was wrong, for readers.</param>
public sealed record Correction(DateTimeOffset At, string Note);

/// <summary>A post taken back with a public notice.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Notice">What readers are told.</param>
/// <param name="Reason">Why, for the newsroom alone.</param>
public sealed record Withdrawal(DateTimeOffset At, string By, string Notice, string? Reason = null);

/// <summary>A post taken back without a public trace.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why, for the newsroom alone.</param>
public sealed record TakeDown(DateTimeOffset At, string By, string? Reason = null);

/// <summary>A post put away before readers had it.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="For">The version that was released in its place; null when it went to another page, or was dropped.</param>
public sealed record SetAside(DateTimeOffset At, string By, PostId? For = null);

/// <summary>A post on another live page.</summary>
/// <param name="Slug">The page.</param>
/// <param name="Post">The post there.</param>
public sealed record Elsewhere(string Slug, PostId Post);

/// <summary>One of the versions prepared for an event that may end either way.</summary>
/// <param name="Id">The post that holds it.</param>
/// <param name="Name">What the desk calls it: “Wins”, “Loses”. Readers never see it.</param>
public sealed record PreparedVersion(PostId Id, string Name)
{
    /// <summary>The most versions of one post: more endings than that are not prepared but written.</summary>
    public const int Most = 4;

    /// <summary>The longest name, in characters.</summary>
    public const int MostName = 40;
}

/// <summary>How an edit of what readers already have is released.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<EditKind>))]
public enum EditKind
{
    /// <summary>The post says "Updated" with the time: the default.</summary>
    Update,

    /// <summary>Nothing is said: a slip of the keyboard.</summary>
    Typo,

    /// <summary>A public note says what was wrong.</summary>
    Correction,
}

/// <summary>Where a post stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PostState>))]
public enum PostState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Handed to the editors.</summary>
    Filed,

    /// <summary>To be released at a set time.</summary>
    Scheduled,

    /// <summary>Readers have it.</summary>
    Published,

    /// <summary>Taken back with a notice.</summary>
    Withdrawn,

    /// <summary>Taken back without a trace.</summary>
    TakenDown,

    /// <summary>Put away before readers had it.</summary>
    SetAside,
}
