namespace Dateline.Outside.Fetching;

/// <summary>What is asked for: what it may be, and how much of it is read at most.</summary>
/// <param name="What">What it is called in a sentence.</param>
/// <param name="Types">The content types that are taken.</param>
/// <param name="MostBytes">The most bytes read, as they are once unpacked.</param>
public sealed record Wanted(string What, IReadOnlyList<string> Types, int MostBytes)
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>A web page. What says what it is stands at its top; two megabytes are far more.</summary>
    public static Wanted Page { get; } = new("a web page", ["text/html", "application/xhtml+xml"], 2 * Megabyte);

    /// <summary>What a provider says about one of its pages.</summary>
    public static Wanted Description { get; } = new("a description of what is shown", ["application/json", "text/json", "application/json+oembed", "text/javascript"], 256 * 1024);

    /// <summary>A picture.</summary>
    public static Wanted Picture { get; } = new("a picture", ["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"], 15 * Megabyte);
}

/// <summary>What was asked for, as it comes.</summary>
/// <param name="Address">Where it was found, after redirects.</param>
/// <param name="ContentType">What it says that it is, with its charset.</param>
/// <param name="Body">Its bytes; reading more than was wanted throws <see cref="TooMuchException"/>.</param>
public sealed record Found(Uri Address, string ContentType, Stream Body);

/// <summary>More came than was wanted.</summary>
public sealed class TooMuchException() : IOException("More came than was wanted.");

/// <summary>Reads up to a bound. What is unpacked on the way counts as it comes out, so that a small answer cannot become a large one.</summary>
internal sealed class Bounded(Stream inner, int most) : Stream
{
    private int _left = most;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // One more than is left, so that an answer of exactly the most is whole.
        var read = await inner.ReadAsync(buffer[..Math.Min(buffer.Length, _left + 1)], cancellationToken);
        if ((_left -= read) < 0) throw new TooMuchException();
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
