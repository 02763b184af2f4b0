using Dateline.Core.Text;

namespace Dateline.Core.Outcomes;

/// <summary>Why something asked for was not done. Each has one HTTP status, chosen at the edge.</summary>
public enum RefusalKind
{
    /// <summary>What was sent breaks a rule of the model; <see cref="Refusal.Problems"/> says where.</summary>
    Invalid,

    /// <summary>There is no such live page or post.</summary>
    NotFound,

    /// <summary>The post or page is in a state in which this cannot be done.</summary>
    WrongState,

    /// <summary>It was changed since the version in hand.</summary>
    Stale,

    /// <summary>The edit must say which version it is based on.</summary>
    VersionNeeded,

    /// <summary>The name (slug, id) is taken.</summary>
    Taken,

    /// <summary>The person may not do this.</summary>
    Forbidden,

    /// <summary>More is asked than can be done at this moment; the same request may be sent again.</summary>
    Busy,

    /// <summary>Somebody else has it in hand.</summary>
    Held,

    /// <summary>There is no room left to keep anything.</summary>
    Full,

    /// <summary>What was sent is not JSON and does not claim to be.</summary>
    NotJson,

    /// <summary>The same idempotency key came with other content.</summary>
    KeyReused,
}

/// <summary>An expected failure, said in a sentence a journalist can act on.</summary>
/// <param name="Kind">What sort of failure.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Problems">The fields at fault, for <see cref="RefusalKind.Invalid"/>.</param>
public sealed record Refusal(RefusalKind Kind, string Sentence, ValueList<Problem> Problems)
{
    /// <summary>What stands now, as JSON, for one who had an older version in hand.</summary>
    public string? Current { get; init; }

    /// <summary>A refusal that concerns no single field.</summary>
    public Refusal(RefusalKind kind, string sentence) : this(kind, sentence, []) { }

    /// <summary>A refusal of invalid content; the sentence is that of the first problem.</summary>
    public static Refusal Of(IReadOnlyList<Problem> problems) =>
        new(RefusalKind.Invalid, problems[0].Sentence, [.. problems]);

    /// <summary>A refusal of a file that was sent.</summary>
    public static Refusal OfFile(string sentence) => Of([new Problem("file", sentence)]);
}

/// <summary>Either what was asked for, or why not. Invariant: exactly one of the two is set.</summary>
public readonly struct Result<T> where T : notnull
{
    private readonly T? _value;

    private Result(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>Why it was not done; null when it was.</summary>
    public Refusal? Refusal { get; }

    /// <summary>What was asked for. Asking a refusal for it is a bug and throws.</summary>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException(Refusal.Sentence);

    /// <summary>True when done, with the value; otherwise with the refusal.</summary>
    public bool Try([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Refusal? refusal)
    {
        (value, refusal) = (_value, Refusal);
        return Refusal is null;
    }

    /// <summary>A value is a result.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal is a result.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
