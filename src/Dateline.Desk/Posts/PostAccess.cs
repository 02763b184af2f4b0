using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dateline.Core.Outcomes;
using Dateline.Core.Posts;
using Dateline.Desk.Answers;
using Dateline.Desk.Members;
using Dateline.Storage;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Posts;

/// <summary>What stands between a request and a post: its id, whose it is, and whether it is still the version in hand.</summary>
internal static class PostAccess
{
    public static Refusal NoSuchPost => new(RefusalKind.NotFound, "There is no such post on this live page.");

    /// <summary>A reporter's hands reach their own posts only; an editor's reach all.</summary>
    public static Refusal? Reaches(Member member, Post post) =>
        member.MayPublish || member.Is(post.CreatedBy) ? null : new Refusal(RefusalKind.Forbidden, $"This post is {post.CreatedBy}'s; ask an editor to change it.");

    /// <summary>Refuses while somebody else has it in hand, with who and since when, and with the post.</summary>
    public static Refusal? IsFree(Member member, Post post, OpenCoverage open)
    {
        if (post.Held is not { } held || member.Is(held.By)) return null;
        var since = TimeZoneInfo.ConvertTime(held.At, TimeZoneInfo.FindSystemTimeZoneById(open.Coverage.Header.TimeZone));
        return new Refusal(RefusalKind.Held, string.Create(CultureInfo.InvariantCulture, $"Being edited by {held.By} since {since:HH:mm}; wait until they are done, or ask an editor to take it over."))
        {
            Current = AnswerWriter.Write(PostAnswer.Of(post, open.Seq(post.Id), open.Coverage.Pin)),
        };
    }

    /// <summary>Refuses when the request names a version that is not the one that stands, with the one that stands.</summary>
    public static Refusal? Matches(HttpRequest request, Post post, OpenCoverage open)
    {
        if (IsOf(request, post.Revision)) return null;
        return new Refusal(RefusalKind.Stale, "Somebody changed this post since the version you have; look at theirs, then send yours again.")
        {
            Current = AnswerWriter.Write(PostAnswer.Of(post, open.Seq(post.Id), open.Coverage.Pin)),
        };
    }

    /// <summary>Whether the version named by If-Match is this one; a request that names none means any.</summary>
    public static bool IsOf(HttpRequest request, int revision) => request.Headers.IfMatch.ToString() is var sent && (sent is "" or "*" || sent == $"\"{revision}\"");

    public static bool NamesVersion(HttpRequest request) => request.Headers.IfMatch.Count > 0;

    /// <summary>What makes a retry of this request the same request; null without a key.</summary>
    public static Receipt? Receipt(HttpRequest request, Member member, string bodyHash)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0) return null;
        // A long key is kept by its hash, so that no key takes more room than another.
        if (key.Length > MostKeyCharacters) key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return new Receipt(member.Name, $"{request.Method} {request.Path}", key, bodyHash);
    }

    private const int MostKeyCharacters = 100;
}
