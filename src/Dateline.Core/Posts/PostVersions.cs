using Dateline.Core.Outcomes;
using Dateline.Core.Text;

namespace Dateline.Core.Posts;

/// <summary>A post prepared in several versions, for an event that may end either way.</summary>
/// <remarks>Each version is a post of its own, so that it is saved, merged, previewed and kept like any other; what binds them is that releasing one sets the others aside.</remarks>
public sealed partial record Post
{
    /// <summary>Begins another version, with what this one says.</summary>
    /// <param name="id">The post that is to hold it.</param>
    /// <param name="name">What the new version is called.</param>
    /// <param name="own">What this version is called; needed with the first that is added, renames it after.</param>
    /// <returns>The new version; with <see cref="Prepared"/> as every post of the set is to have it.</returns>
    public Result<Post> Prepare(PostId id, string? name, string? own, string by, DateTimeOffset at)
    {
        if (TakenBack() is { } refusal) return refusal;
        if (State is not (PostState.Draft or PostState.Filed)) return new Refusal(RefusalKind.WrongState, "Only a draft can have another version; what is scheduled or published is decided.");
        var named = Prepared.Count > 0 ? Prepared : [new PreparedVersion(Id, "")];
        if (named.Count >= PreparedVersion.Most) return new Refusal(RefusalKind.WrongState, $"There are {PreparedVersion.Most} versions already; write over one of them.");
        own ??= named.Single(version => version.Id == Id).Name;
        ValueList<PreparedVersion> set = [.. named.Select(version => version.Id == Id ? version with { Name = own.Trim() } : version), new PreparedVersion(id, name?.Trim() ?? "")];
        if (CheckNames(set) is { Count: > 0 } problems) return Refusal.Of(problems);
        return Begin(id, Latest, by, at).Try(out var begun, out var unfit) ? begun with { Prepared = set, Breaking = Breaking, KeyEvent = KeyEvent } : unfit;
    }

    /// <summary>Calls this version something else.</summary>
    /// <returns>It, with <see cref="Prepared"/> as every post of the set is to have it.</returns>
    public Result<Post> Rename(string? name)
    {
        if (Undecided() is { } refusal) return refusal;
        ValueList<PreparedVersion> set = [.. Prepared.Select(version => version.Id == Id ? version with { Name = name?.Trim() ?? "" } : version)];
        return CheckNames(set, "name") is { Count: > 0 } problems ? Refusal.Of(problems) : this with { Prepared = set };
    }

    /// <summary>Takes this version out of the set: it will not be needed. It is set aside, and can be taken up again like any that is.</summary>
    public Result<Post> Drop(string by, DateTimeOffset at) =>
        Undecided() is { } refusal ? refusal
        : this with { Prepared = [.. Prepared.Where(version => version.Id == Id)], SetAside = new SetAside(at, by), Schedule = null, Filed = null, SentBack = null, Revision = Revision + 1 };

    /// <summary>Another version was dropped; one that is left alone is a post like any other.</summary>
    public Post Without(PostId dropped)
    {
        ValueList<PreparedVersion> left = [.. Prepared.Where(version => version.Id != dropped)];
        return this with { Prepared = left.Count > 1 ? left : [] };
    }

    private Refusal? Undecided() =>
        Prepared.Count == 0 ? new Refusal(RefusalKind.WrongState, "There are no other versions of this post.")
        : State is PostState.Draft or PostState.Filed or PostState.Scheduled ? null
        : new Refusal(RefusalKind.WrongState, "One of the versions was released, so there is nothing left to choose.");

    private IReadOnlyList<Problem> CheckNames(ValueList<PreparedVersion> set, string ownPath = "own")
    {
        var problems = new Problems();
        foreach (var version in set)
        {
            var path = version.Id == Id ? ownPath : "name";
            if (version.Name.Length == 0) problems.Add(path, "Give each version a name of its own, such as “Wins” and “Loses”.");
            else if (version.Name.Length > PreparedVersion.MostName || Characters.Unprintable(version.Name)) problems.Add(path, $"Keep a version's name to {PreparedVersion.MostName} characters.");
            else if (set.Any(other => other.Id != version.Id && other.Name.Equals(version.Name, StringComparison.OrdinalIgnoreCase))) problems.Add(path, $"There is a version “{version.Name}” already; choose another name.");
        }
        return problems.Found;
    }

    /// <summary>Another version was released: this one stays with the newsroom.</summary>
    public Post SetAsideFor(PostId released, string by, DateTimeOffset at) =>
        State is PostState.Draft or PostState.Filed or PostState.Scheduled
            ? this with { SetAside = new SetAside(at, by, released), Schedule = null, Filed = null, SentBack = null, Revision = Revision + 1 }
            : this;

    /// <summary>Makes a version that was set aside a draft again, by itself: when the wrong one was released, say.</summary>
    public Result<Post> TakeUp()
    {
        if (MovedTo is not null) return TakenBack()!;
        if (SetAside is null) return new Refusal(RefusalKind.WrongState, "This post was not set aside, so there is nothing to take up.");
        return this with { SetAside = null, Prepared = [], Revision = Revision + 1 };
    }
}
