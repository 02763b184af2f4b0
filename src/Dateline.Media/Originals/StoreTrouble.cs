using System.Net;
using Amazon.Runtime;
using Dateline.Core.Outcomes;

namespace Dateline.Media.Originals;

/// <summary>What went wrong with a store, for whoever runs the server.</summary>
internal static class StoreTrouble
{
    public static string Of(Exception exception, StoreSettings settings) => exception switch
    {
        AmazonServiceException { ErrorCode: { Length: > 0 } code } answer => $"The store of originals at {settings.Place} refuses: {code}, {answer.Message}",
        IOException => $"An original is neither in the store nor here: {exception.Message}",
        OperationCanceledException => $"The store of originals at {settings.Place} did not answer in time.",
        _ => $"The store of originals at {settings.Place} does not answer: {exception.Message}",
    };

    /// <summary>What only another setting mends; null for a store that is away, or may be.</summary>
    public static Refusal? OfSettings(Exception exception, StoreSettings settings) => exception switch
    {
        AmazonServiceException { ErrorCode: "NoSuchBucket" } or AmazonServiceException { StatusCode: HttpStatusCode.NotFound } =>
            Wrong($"{settings.Place} has no bucket “{settings.Bucket}”; make it there, or set DATELINE_S3__BUCKET to one that is."),
        AmazonServiceException { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized, ErrorCode: var code } =>
            Wrong($"{settings.Place} does not let these credentials into bucket “{settings.Bucket}” ({code}); they need to list it, and to read and write what is in it."),
        AmazonServiceException { StatusCode: >= HttpStatusCode.Moved and < HttpStatusCode.InternalServerError and not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests), ErrorCode: var code } answer =>
            Wrong($"{settings.Place} cannot be used with these settings: {code}, {answer.Message} See DATELINE_S3__REGION, …__ENDPOINT and …__PATHSTYLE."),
        AmazonServiceException => null,
        AmazonClientException { InnerException: null } =>
            Wrong("No credentials for the store of originals were found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give the machine a role."),
        _ => null,
    };

    private static Refusal Wrong(string sentence) => new(RefusalKind.Invalid, sentence);
}
