using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Posts;
using Dateline.Core.Text;
using Dateline.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk;

// What requests and answers carry, for the OpenAPI document alone: requests are read by hand, so that a mistake is answered with its path and a sentence.

internal sealed record CoverageSchema(string Slug, string Headline, string? Standfirst = null, string? Language = null, string? TimeZone = null, CoverageStatus? Status = null,
    string? StatusNote = null, DateTimeOffset? ResumesAt = null, IReadOnlyList<RichText>? Summary = null, Block? Lead = null, RichText? Contributors = null, PageLink? Previous = null, PageLink? Next = null);

internal sealed record CoverageEditSchema(string? Headline = null, string? Standfirst = null, string? Language = null, string? TimeZone = null, CoverageStatus? Status = null,
    string? StatusNote = null, DateTimeOffset? ResumesAt = null, IReadOnlyList<RichText>? Summary = null, Block? Lead = null, RichText? Contributors = null, PageLink? Previous = null, PageLink? Next = null);

internal sealed record PostSchema(string? Headline = null, Label? Label = null, bool? Breaking = null, bool? KeyEvent = null, bool? Pinned = null, IReadOnlyList<Byline>? Bylines = null,
    string? PublishedAt = null, bool? TimeKnown = null, IReadOnlyList<Block>? Blocks = null, bool? Publish = null, EditKind? As = null, string? Note = null);

internal sealed record DraftSchema(string? Headline = null, Label? Label = null, IReadOnlyList<Byline>? Bylines = null, string? PublishedAt = null, bool? TimeKnown = null, IReadOnlyList<Block>? Blocks = null);

internal sealed record NoteSchema(string? Note = null);

internal sealed record SendBackSchema(string Note);

internal sealed record ReleaseSchema(EditKind? As = null, string? Note = null);

internal sealed record ScheduleSchema(DateTimeOffset At);

internal sealed record WithdrawalSchema(string Notice, string? Reason = null);

internal sealed record ReasonSchema(string? Reason = null);

internal sealed record FlagsSchema(bool? Breaking = null, bool? KeyEvent = null, bool? Pinned = null);

internal sealed record RestoreSchema(int Revision);

internal sealed record TokenSchema(string Name, Role Role);

internal sealed record CoverageAnswerSchema(string Slug, string Headline, string Language, string TimeZone, CoverageStatus Status, IReadOnlyList<RichText> Summary, int Revision,
    DateTimeOffset CreatedAt, string CreatedBy, string? Standfirst = null, string? StatusNote = null, DateTimeOffset? ResumesAt = null, Block? Lead = null, RichText? Contributors = null,
    PageLink? Previous = null, PageLink? Next = null, Guid? Pinned = null, IReadOnlyList<string>? Preamble = null, DateTimeOffset? SummaryUpdatedAt = null);

internal sealed record CoverageListSchema(IReadOnlyList<CoverageAnswerSchema> Coverages);

internal sealed record PostAnswerSchema(Guid Id, PostState State, int Revision, IReadOnlyList<Byline> Bylines, IReadOnlyList<Block> Blocks, bool Breaking, bool KeyEvent, bool Pinned,
    string CreatedBy, DateTimeOffset CreatedAt, long? Seq = null, string? Headline = null, Label? Label = null, string? PublishedAt = null, bool? TimeKnown = null,
    DateTimeOffset? FirstPublishedAt = null, DateTimeOffset? UpdatedAt = null, DateTimeOffset? ScheduledFor = null, Act? Filed = null, Act? SentBack = null,
    IReadOnlyList<Correction>? Corrections = null, Withdrawal? Withdrawn = null, DraftSchema? Draft = null);

internal sealed record PostListSchema(IReadOnlyList<PostAnswerSchema> Posts, string? Next = null);

internal sealed record RevisionSchema(int Revision, DateTimeOffset At, string By, string Did, string? Note, DraftSchema Content);

internal sealed record RevisionListSchema(IReadOnlyList<RevisionSchema> Revisions);

internal sealed record TokenAnswerSchema(string Name, Role Role, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);

internal sealed record TokenListSchema(IReadOnlyList<TokenAnswerSchema> Tokens);

internal sealed record MadeTokenSchema(string Token);

internal sealed record ProblemSchema(string Title, int Status, string? Path = null, IReadOnlyList<FieldProblemSchema>? Problems = null, PostAnswerSchema? Post = null);

internal sealed record FieldProblemSchema(string Path, string Sentence);

internal static class SchemaExtensions
{
    /// <remarks>Routing must not choose by content type, or a request with another one, or with none, would end where nothing is; what is not JSON is refused in <see cref="DeskSide"/>.</remarks>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route, bool optional = false) where T : notnull => route.Accepts<T>(optional, "application/json", "*/*");

    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, int status = StatusCodes.Status200OK) => route.Produces<T>(status);
}
