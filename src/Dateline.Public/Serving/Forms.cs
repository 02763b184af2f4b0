namespace Dateline.Public.Serving;

/// <summary>A body as it is sent.</summary>
/// <param name="Body">Its bytes.</param>
/// <param name="Coding">How they are coded, as headers name it; null when they are plain, also where a coding was asked for that would not have paid.</param>
public sealed record Form(byte[] Body, string? Coding);

/// <summary>A body in the forms that clients like. A coded one is made when it is first asked for, once for all who ask; what nobody asks for costs nothing.</summary>
public sealed class Forms
{
    /// <summary>Below this many bytes compression costs more than it saves.</summary>
    private const int Least = 256;

    private readonly Lazy<Task<Form>>[] _forms;
    private readonly bool[] _isBest;

    private Forms(byte[] plain, Lazy<Task<Form>>[] forms, bool[] isBest) => (Plain, _forms, _isBest) = (plain, forms, isBest);

    public byte[] Plain { get; }

    /// <summary>Whether every coded form that somebody asked for is as small as it gets.</summary>
    public bool IsPressed
    {
        get
        {
            for (var encoding = ContentEncoding.Gzip; encoding <= ContentEncoding.Brotli; encoding++)
                if (IsMade(encoding) && !_isBest[(int)encoding]) return false;
            return true;
        }
    }

    public static Forms Of(byte[] plain)
    {
        var forms = new Lazy<Task<Form>>[4];
        for (var encoding = ContentEncoding.Identity; encoding <= ContentEncoding.Brotli; encoding++) forms[(int)encoding] = Form(plain, encoding, Effort.Quick);
        return new Forms(plain, forms, new bool[4]);
    }

    /// <summary>Whether this form is there already.</summary>
    public bool IsMade(ContentEncoding encoding) => _forms[(int)encoding] is { IsValueCreated: true, Value.IsCompletedSuccessfully: true };

    /// <summary>The body in this form.</summary>
    public Task<Form> Get(ContentEncoding encoding) => _forms[(int)encoding].Value;

    /// <summary>The same with every form that somebody asked for as small as it gets.</summary>
    public async Task<Forms> Pressed()
    {
        var (forms, isBest) = ((Lazy<Task<Form>>[])_forms.Clone(), (bool[])_isBest.Clone());
        for (var encoding = ContentEncoding.Gzip; encoding <= ContentEncoding.Brotli; encoding++)
        {
            if (!IsMade(encoding) || isBest[(int)encoding]) continue;
            (forms[(int)encoding], isBest[(int)encoding]) = (Form(Plain, encoding, Effort.Best), true);
            await forms[(int)encoding].Value;
        }
        return new Forms(Plain, forms, isBest);
    }

    private static Lazy<Task<Form>> Form(byte[] plain, ContentEncoding encoding, Effort effort) => encoding == ContentEncoding.Identity || plain.Length < Least
        ? new(Task.FromResult(new Form(plain, null)))
        : new(() => Task.Run(() => new Form(Encodings.Compress(plain, encoding, effort), encoding.Name())));
}
