using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Media;
using Dateline.Core.Posts;
using Dateline.Core.Rules;
using Dateline.Core.Text;
using Dateline.Desk.Live;
using Dateline.Storage;
using Dateline.Storage.Media;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk;

// What requests and answers carry, for the OpenAPI document alone: requests are read by hand, so that a mistake is answered with its path and a sentence.

internal sealed record CoverageSchema(string Slug, string Headline, string? Standfirst = null, string? Language = null, string? TimeZone = null, CoverageStatus? Status = null,
    string? StatusNote = null, DateTimeOffset? ResumesAt = null, IReadOnlyList<RichText>? Summary = null, Block? Lead = null, RichText? Contributors = null, PageLink? Previous = null, PageLink? Next = null);

internal sealed record CoverageEditSchema(string? Headline = null, string? Standfirst = null, string? Language = null, string? TimeZone = null, CoverageStatus? Status = null,
    string? StatusNote = null, DateTimeOffset? ResumesAt = null, IReadOnlyList<RichText>? Summary = null, Block? Lead = null, RichText? Contributors = null, PageLink? Previous = null, PageLink? Next = null);

internal sealed record PostSchema(string? Headline = null, Label? Label = null, bool? Breaking = null, bool? KeyEvent = null, bool? Pinned = null, IReadOnlyList<Byline>? Bylines = null,
    string? PublishedAt = null, bool? TimeKnown = null, IReadOnlyList<Block>? Blocks = null, bool? Publish = null, bool? Delayed = null, EditKind? As = null, string? Note = null);

internal sealed record DraftSchema(string? Headline = null, Label? Label = null, IReadOnlyList<Byline>? Bylines = null, string? PublishedAt = null, bool? TimeKnown = null, IReadOnlyList<Block>? Blocks = null);

internal sealed record FilingSchema(string? Note = null, bool? Urgent = null);

internal sealed record TakeOverSchema(string? From = null);

internal sealed record SendBackSchema(string Note);

internal sealed record ReleaseSchema(EditKind? As = null, string? Note = null, bool? Delayed = null);

internal sealed record ScheduleSchema(DateTimeOffset At);

internal sealed record WithdrawalSchema(string Notice, string? Reason = null);

internal sealed record ReasonSchema(string? Reason = null);

internal sealed record FlagsSchema(bool? Breaking = null, bool? KeyEvent = null, bool? Pinned = null);

internal sealed record MoveSchema(string To);

internal sealed record VersionSchema(string Name, string? Own = null);

internal sealed record VersionNameSchema(string Name);

internal sealed record RestoreSchema(int Revision);

internal sealed record TokenSchema(string Name, Role Role);

internal sealed record CoverageAnswerSchema(string Slug, string Headline, string Language, string TimeZone, CoverageStatus Status, IReadOnlyList<RichText> Summary, int Revision,
    DateTimeOffset CreatedAt, string CreatedBy, string? Standfirst = null, string? StatusNote = null, DateTimeOffset? ResumesAt = null, Block? Lead = null, RichText? Contributors = null,
    PageLink? Previous = null, PageLink? Next = null, Guid? Pinned = null, IReadOnlyList<string>? Preamble = null, DateTimeOffset? SummaryUpdatedAt = null);

internal sealed record CoverageListSchema(IReadOnlyList<CoverageAnswerSchema> Coverages);

internal sealed record PostAnswerSchema(Guid Id, PostState State, int Revision, IReadOnlyList<Byline> Bylines, IReadOnlyList<Block> Blocks, bool Breaking, bool KeyEvent, bool Pinned,
    string CreatedBy, DateTimeOffset CreatedAt, long? Seq = null, string? Headline = null, Label? Label = null, string? PublishedAt = null, bool? TimeKnown = null,
    DateTimeOffset? FirstPublishedAt = null, DateTimeOffset? UpdatedAt = null, DateTimeOffset? ScheduledFor = null, Act? Filed = null, bool? Urgent = null, HeldSchema? Held = null, IReadOnlyList<WaitingPiece>? Waiting = null, IReadOnlyList<Lapse>? Lapsed = null, Act? SentBack = null,
    IReadOnlyList<Correction>? Corrections = null, Withdrawal? Withdrawn = null, DraftSchema? Draft = null,
    IReadOnlyList<PreparedVersion>? Prepared = null, SetAside? SetAside = null, Elsewhere? From = null, Elsewhere? MovedTo = null);

internal sealed record HeldSchema(string By, DateTimeOffset At);

internal sealed record RulesSchema(int SendDelay, Checklist Checklist);

internal sealed record RulesEditSchema(int? SendDelay = null, ChecklistEditSchema? Checklist = null);

internal sealed record ChecklistEditSchema(Ask? Alt = null, Ask? Credit = null, Ask? Byline = null, Ask? Source = null, Ask? Links = null);

internal sealed record PostListSchema(IReadOnlyList<PostAnswerSchema> Posts, string? Next = null);

internal sealed record RevisionSchema(int Revision, DateTimeOffset At, string By, string Did, string? Note, DraftSchema Content);

internal sealed record RevisionListSchema(IReadOnlyList<RevisionSchema> Revisions);

internal sealed record TokenAnswerSchema(string Name, Role Role, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);

internal sealed record TokenListSchema(IReadOnlyList<TokenAnswerSchema> Tokens);

internal sealed record MadeTokenSchema(string Token);

internal sealed record ProblemSchema(string Title, int Status, string? Path = null, IReadOnlyList<FieldProblemSchema>? Problems = null, PostAnswerSchema? Post = null,
    string? Needs = null, DateTimeOffset? Until = null, WaysSchema? Ways = null, NewsroomSchema? Newsroom = null);

internal sealed record WaysSchema(ProviderSchema? Oidc = null);

internal sealed record ProviderSchema(string Name);

internal sealed record NewsroomSchema(string Name);

internal sealed record PasswordSignInSchema(string Email, string Password, string? Code = null);

internal sealed record LinkSignInSchema(string Token);

internal sealed record SignedInSchema(Guid Id, string Name, string Email, Role Role);

internal sealed record MethodsSchema(bool Password, bool Code, int Passkeys);

internal sealed record SessionSchema(SignedInSchema Member, MethodsSchema Methods, NewsroomSchema Newsroom, DateTimeOffset ExpiresAt);

internal sealed record DeviceSchema(string Id, DateTimeOffset BegunAt, DateTimeOffset LastSeenAt, string Way, string Device, string Address, bool Current);

internal sealed record SessionListSchema(IReadOnlyList<DeviceSchema> Sessions);

internal sealed record PasswordSchema(string Password, string? Old = null);

internal sealed record CodeSchema(string Code);

internal sealed record NewCodeSchema(string Secret, string Uri);

internal sealed record RecoveryCodesSchema(IReadOnlyList<string> RecoveryCodes);

internal sealed record PasskeySchema(string Id, string Name, DateTimeOffset CreatedAt);

internal sealed record PasskeyListSchema(IReadOnlyList<PasskeySchema> Passkeys);

internal sealed record UserSchema(Guid Id, string Name, Role Role, string? Email = null, DateTimeOffset? AddedAt = null, DateTimeOffset? DisabledAt = null);

internal sealed record UserListSchema(IReadOnlyList<UserSchema> Users);

internal sealed record NewUserSchema(string Name, string Email, Role Role);

internal sealed record UserEditSchema(string? Name = null, Role? Role = null, bool? Disabled = null);

internal sealed record NewcomerSchema(UserSchema User, string Link);

internal sealed record AuditEntrySchema(long Id, DateTimeOffset At, string By, DeedSchema Did, string About, string? Detail = null, string? Address = null, string? Via = null);

/// <summary>One of the audit log's words for what was done.</summary>
internal readonly record struct DeedSchema;

internal sealed record AuditListSchema(IReadOnlyList<AuditEntrySchema> Entries, string? Next = null);

/// <param name="Kind">What it was found to be: jpeg, video, pdf …</param>
/// <param name="FileName">What it was called where it came from.</param>
/// <param name="PartOf">The hash of the video, document or picture that a picture was taken from.</param>
internal sealed record MediaSchema(string Id, string Hash, MediaType Type, string Kind, long Bytes, string? FileName = null, int? Width = null, int? Height = null, string? PartOf = null, double? Seconds = null, bool? Ready = null, string? Trouble = null, string? Poster = null, int? Pages = null, string? FirstPage = null, string? Title = null, string? Author = null, string? Program = null);

/// <param name="Alt">For a picture alone.</param>
/// <param name="Taken">A day, such as 2026-11-23.</param>
/// <param name="Rights">What was agreed about its use; for the newsroom alone.</param>
internal sealed record MediaDetailsSchema(string? Alt = null, string? Caption = null, string? Credit = null, CreditKind? CreditKind = null, string? Place = null, DateOnly? Taken = null, string? Rights = null, DateTimeOffset? NotAfter = null);

/// <param name="Left">In pixels of the picture as it is looked at, like the others.</param>
internal sealed record CropSchema(int Left, int Top, int Width, int Height);

/// <param name="Post">Left out for what stands at the top of the page.</param>
internal sealed record MediaUseSchema(string Slug, string? Post = null, bool? Withdrawn = null);

/// <inheritdoc cref="MediaSchema"/>
/// <param name="Uses">Of one file that is asked for: what was published and shows it, or did until it was withdrawn, at most 100.</param>
internal sealed record LibraryFileSchema(string Id, string Hash, MediaType Type, string Kind, long Bytes, string AddedBy, DateTimeOffset AddedAt, MediaDetailsSchema Details, string? FileName = null, int? Width = null, int? Height = null, string? PartOf = null, double? Seconds = null, bool? Ready = null, string? Trouble = null, string? Poster = null, int? Pages = null, string? FirstPage = null, string? Title = null, string? Author = null, string? Program = null, IReadOnlyList<MediaUseSchema>? Uses = null);

internal sealed record LibrarySchema(IReadOnlyList<LibraryFileSchema> Files, string? Next = null);

/// <param name="Url">What to look up.</param>
/// <param name="As">“card” for a link card, where the address could be embedded too.</param>
internal sealed record LookUpSchema(string Url, string? As = null);

/// <param name="Block">An embed or a link card, to be gone over and put into a post.</param>
/// <param name="Missing">What the site kept to itself.</param>
internal sealed record LookedUpSchema(Block Block, string? Missing = null);

internal sealed record FileSchema(IFormFile File);

/// <summary>Marks a route that takes a file instead of JSON.</summary>
internal sealed record FileWanted;

internal sealed record PresenceSchema(Doing Doing, Guid? Post = null, string? Tab = null);

internal sealed record FieldProblemSchema(string Path, string Sentence);

internal static class SchemaExtensions
{
    /// <remarks>Routing must not choose by content type, or a request with another one, or with none, would end where nothing is; what is not JSON is refused in <see cref="DeskSide"/>.</remarks>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route, bool optional = false) where T : notnull => route.Accepts<T>(optional, "application/json", "*/*");

    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder route) => route.Accepts<FileSchema>("multipart/form-data", "*/*").WithMetadata(new FileWanted());

    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, int status = StatusCodes.Status200OK) => route.Produces<T>(status);
}
