using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk;

// What requests carry, for the OpenAPI document alone: they are read by hand, so that a mistake is answered with its path and a sentence.

internal sealed record CoverageSchema(string? Slug, string? Headline, string? Standfirst, string? Language, string? TimeZone, CoverageStatus? Status, string? StatusNote,
    DateTimeOffset? ResumesAt, IReadOnlyList<RichText>? Summary, Block? Lead, RichText? Contributors, PageLink? Previous, PageLink? Next);

internal sealed record PostSchema(string? Headline, Label? Label, bool? Breaking, bool? KeyEvent, bool? Pinned, IReadOnlyList<Byline>? Bylines, string? PublishedAt,
    bool? TimeKnown, IReadOnlyList<Block>? Blocks, bool? Publish, EditKind? As, string? Note);

internal sealed record NoteSchema(string? Note);

internal sealed record ReleaseSchema(EditKind? As, string? Note);

internal sealed record ScheduleSchema(DateTimeOffset At);

internal sealed record WithdrawalSchema(string Notice, string? Reason);

internal sealed record ReasonSchema(string? Reason);

internal sealed record FlagsSchema(bool? Breaking, bool? KeyEvent, bool? Pinned);

internal sealed record RestoreSchema(int Revision);

internal sealed record TokenSchema(string Name, string Role);

internal static class SchemaExtensions
{
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route) where T : notnull => route.Accepts<T>("application/json");
}
