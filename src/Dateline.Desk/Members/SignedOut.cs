using Dateline.Core.Outcomes;
using Dateline.Desk.Answers;
using Microsoft.AspNetCore.Http;

namespace Dateline.Desk.Members;

/// <summary>What is answered to somebody who is not known, or who may not do this; the same whichever way they came.</summary>
internal static class SignedOut
{
    public static Task NotKnown(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Say(context, StatusCodes.Status401Unauthorized, "Sign in, or send a token that is known here as Authorization: Bearer …");
    }

    public static Task MayNot(HttpContext context) => Say(context, StatusCodes.Status403Forbidden, "Your role does not include this; ask an editor, or an administrator for the role.");

    private static Task Say(HttpContext context, int status, string sentence) => ProblemAnswer.Write(context, status, new Refusal(RefusalKind.Forbidden, sentence));
}
