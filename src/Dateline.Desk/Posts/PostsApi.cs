using Dateline.Desk.Members;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dateline.Desk.Posts;

/// <summary>Posts: write them, hand them over, release them, take them back.</summary>
internal static class PostsApi
{
    public static void MapPosts(this IEndpointRouteBuilder api)
    {
        var posts = api.MapGroup("/coverages/{slug}/posts").WithTags("Posts");

        posts.MapGet("", PostReading.List).RequireAuthorization(Rights.Write).Answers<PostListSchema>().WithSummary("Posts in a state, newest first");
        posts.MapGet("/{id}", PostReading.Show).RequireAuthorization(Rights.Write).Answers<PostAnswerSchema>().WithSummary("A post");
        posts.MapGet("/{id}/revisions", PostReading.Revisions).RequireAuthorization(Rights.Write).Answers<RevisionListSchema>().WithSummary("The versions of a post, newest first");

        posts.MapPost("", PostWriting.Create).RequireAuthorization(Rights.Write).Takes<PostSchema>().Answers<PostAnswerSchema>(StatusCodes.Status201Created).WithSummary("Write a post, and publish it if so asked");
        posts.MapPut("/{id}", PostWriting.Put).RequireAuthorization(Rights.Write).Takes<PostSchema>().Answers<PostAnswerSchema>(StatusCodes.Status201Created).Answers<PostAnswerSchema>().WithSummary("Write a post under the client's own id, or replace it");
        posts.MapPut("/{id}/draft", PostWriting.Save).RequireAuthorization(Rights.Write).Takes<DraftSchema>().Answers<PostAnswerSchema>(StatusCodes.Status201Created).Answers<PostAnswerSchema>().WithSummary("Save the working copy");
        posts.MapDelete("/{id}/draft", PostWriting.Discard).RequireAuthorization(Rights.Write).Answers<PostAnswerSchema>().WithSummary("Let the working copy go");

        posts.MapPost("/{id}/file", PostVerbs.File).RequireAuthorization(Rights.Write).Takes<FilingSchema>(optional: true).Answers<PostAnswerSchema>().WithSummary("Hand to the editors");
        posts.MapPost("/{id}/send-back", PostVerbs.SendBack).RequireAuthorization(Rights.Publish).Takes<SendBackSchema>().Answers<PostAnswerSchema>().WithSummary("Hand back to the writer");
        posts.MapPost("/{id}/take-over", PostVerbs.TakeOver).RequireAuthorization(Rights.Publish).Takes<TakeOverSchema>(optional: true).Answers<PostAnswerSchema>().WithSummary("Take a filed post over; until this ends, others' changes to it are answered 423");
        posts.MapPost("/{id}/let-go", PostVerbs.LetGo).RequireAuthorization(Rights.Publish).Answers<PostAnswerSchema>().WithSummary("End one's hold on a post");
        posts.MapPost("/{id}/publish", PostVerbs.Publish).RequireAuthorization(Rights.Publish).Takes<ReleaseSchema>(optional: true).Answers<PostAnswerSchema>().Answers<PostAnswerSchema>(StatusCodes.Status202Accepted).WithSummary("Release the working copy to readers, at once or after the newsroom's send delay");
        posts.MapPost("/{id}/schedule", PostVerbs.Schedule).RequireAuthorization(Rights.Publish).Takes<ScheduleSchema>().Answers<PostAnswerSchema>(StatusCodes.Status202Accepted).WithSummary("Release at an instant");
        posts.MapPost("/{id}/unschedule", PostVerbs.Unschedule).RequireAuthorization(Rights.Publish).Answers<PostAnswerSchema>().WithSummary("Do not release after all");
        posts.MapPost("/{id}/withdraw", PostVerbs.Withdraw).RequireAuthorization(Rights.Publish).Takes<WithdrawalSchema>().Answers<PostAnswerSchema>().WithSummary("Take back with a public notice");
        posts.MapPost("/{id}/take-down", PostVerbs.TakeDown).RequireAuthorization(Rights.Publish).Takes<ReasonSchema>(optional: true).Answers<PostAnswerSchema>().WithSummary("Take back without a trace");
        posts.MapPost("/{id}/flags", PostVerbs.Flag).RequireAuthorization(Rights.Publish).Takes<FlagsSchema>().Answers<PostAnswerSchema>().WithSummary("Breaking, key event, pinned");
        posts.MapPost("/{id}/copy", PostMoving.Copy).RequireAuthorization(Rights.Publish).Takes<MoveSchema>().Answers<PostAnswerSchema>(StatusCodes.Status201Created).WithSummary("Begin a draft with the same words on another live page");
        posts.MapPost("/{id}/move", PostMoving.Move).RequireAuthorization(Rights.Publish).Takes<MoveSchema>().Answers<PostAnswerSchema>(StatusCodes.Status201Created).WithSummary("Take from this live page to another, as it is; answers with the post there");
        posts.MapPost("/{id}/versions", PostVersions.Prepare).RequireAuthorization(Rights.Write).Takes<VersionSchema>().Answers<PostAnswerSchema>(StatusCodes.Status201Created).WithSummary("Prepare another version of a draft; releasing one sets the others aside");
        posts.MapPatch("/{id}/versions", PostVersions.Rename).RequireAuthorization(Rights.Write).Takes<VersionNameSchema>().Answers<PostAnswerSchema>().WithSummary("Call a prepared version something else");
        posts.MapDelete("/{id}/versions", PostVersions.Drop).RequireAuthorization(Rights.Write).Answers<PostAnswerSchema>().WithSummary("Drop a prepared version: it is set aside, and the others stay");
        posts.MapPost("/{id}/take-up", PostVersions.TakeUp).RequireAuthorization(Rights.Write).Answers<PostAnswerSchema>().WithSummary("Make a version that was set aside a draft again");
        posts.MapPost("/{id}/restore", PostVerbs.Restore).RequireAuthorization(Rights.Write).Takes<RestoreSchema>().Answers<PostAnswerSchema>().WithSummary("Make an older version the working copy");
    }
}
