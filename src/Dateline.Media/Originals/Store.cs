using System.Net;
using System.Security.Cryptography;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Dateline.Media.Originals;

/// <summary>The bucket. Keys follow from the content, so that sending something twice changes nothing; every file is held to its SHA-256 on both ways.</summary>
internal sealed class Store : IDisposable
{
    private const int Buffer = 64 * 1024;

    /// <summary>How often what failed is tried again, with a pause that grows.</summary>
    private const int Retries = 2;

    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);

    private readonly StoreSettings _settings;
    private readonly AmazonS3Client _client;

    /// <param name="credentials">Who asks; looked for where Amazon's programs look when left out.</param>
    public Store(StoreSettings settings, AWSCredentials? credentials)
    {
        _settings = settings;
        var config = new AmazonS3Config
        {
            ForcePathStyle = settings.PathStyle,
            MaxErrorRetry = Retries,
            RetryMode = RequestRetryMode.Standard,
            ConnectTimeout = Connecting,
            // Other checksums than ours are not asked for: not every store knows them.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (settings.Endpoint is { } endpoint) (config.ServiceURL, config.AuthenticationRegion) = (endpoint.ToString(), settings.Region);
        else config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        _client = credentials is null ? new AmazonS3Client(config) : new AmazonS3Client(credentials, config);
    }

    /// <summary>Asks for the least, to learn whether bucket and credentials are right.</summary>
    public Task Knock(CancellationToken cancellation) =>
        _client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = _settings.Bucket, Prefix = _settings.Prefix, MaxKeys = 1 }, cancellation);

    /// <summary>Sends a file; it is there, whole, once this returns. The request is signed with the file's SHA-256 and says it in a header too: a store refuses what arrives otherwise, and is asked afterwards what it has.</summary>
    public async Task Put(string file, string hash, CancellationToken cancellation)
    {
        await _client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = _settings.Bucket,
            Key = Key(hash),
            FilePath = file,
            ContentType = "application/octet-stream",
            ChecksumSHA256 = Sum(hash),
            UseChunkEncoding = false,
        }, cancellation);
        if (!await Has(hash, new FileInfo(file).Length, cancellation)) throw new IOException($"{Key(hash)} was sent to bucket “{_settings.Bucket}”, but is not there as it was sent.");
    }

    public async Task<bool> Has(string hash, long bytes, CancellationToken cancellation)
    {
        try
        {
            var found = await _client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = _settings.Bucket, Key = Key(hash), ChecksumMode = ChecksumMode.ENABLED }, cancellation);
            // Not every store keeps checksums.
            return found.ContentLength == bytes && (string.IsNullOrEmpty(found.ChecksumSHA256) || found.ChecksumSHA256 == Sum(hash));
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    /// <summary>Brings a file here.</summary>
    /// <returns>False when the store has none of this name.</returns>
    /// <exception cref="InvalidDataException">What lies there is not what was kept.</exception>
    public async Task<bool> Get(string hash, string into, CancellationToken cancellation)
    {
        GetObjectResponse found;
        try
        {
            found = await _client.GetObjectAsync(new GetObjectRequest { BucketName = _settings.Bucket, Key = Key(hash) }, cancellation);
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode == "NoSuchKey" || (exception.StatusCode == HttpStatusCode.NotFound && exception.ErrorCode != "NoSuchBucket"))
        {
            return false;
        }
        using (found)
        {
            string? sum;
            try
            {
                sum = await Receive(found.ResponseStream, into, cancellation);
            }
            catch (AmazonClientException)
            {
                // The store's own checksum does not fit what it sent.
                sum = null;
            }
            if (sum != hash) throw new InvalidDataException($"{Key(hash)} in bucket “{_settings.Bucket}” is not the file that was kept under this name.");
            return true;
        }
    }

    private async Task<string> Receive(Stream source, string into, CancellationToken cancellation)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Buffer];
        await using var target = new FileStream(into, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        for (int read; (read = await source.ReadAsync(buffer, cancellation)) > 0;)
        {
            // Nothing that was kept is larger than all that may lie here.
            if (target.Length + read > _settings.MostNear) break;
            sum.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }

    public void Dispose() => _client.Dispose();

    private static string Sum(string hash) => Convert.ToBase64String(Convert.FromHexString(hash));

    private string Key(string hash) => _settings.Prefix + hash;
}
