using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dateline.Desk.Members;

/// <summary>Passkey ceremonies that were begun: each challenge is answered once, within minutes, by the account it was given to.</summary>
/// <remarks>At most <see cref="Most"/> are open; one more is turned away until others are done or out of time.</remarks>
internal sealed class Ceremonies(TimeProvider time)
{
    public const int Most = 5_000;

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (string? State, string? Member, DateTimeOffset At)> _open = new();

    /// <summary>Begins one; false when too many are open.</summary>
    /// <param name="options">What the browser is given.</param>
    /// <param name="state">What the answer is checked against.</param>
    /// <param name="member">Whose account the passkey is to be added to; null for signing in.</param>
    public bool Begin(string options, string? state, string? member)
    {
        var now = time.GetUtcNow();
        if (_open.Count >= Most)
            foreach (var (key, ceremony) in _open)
                if (ceremony.At + Lasts <= now) _open.TryRemove(key, out _);
        return _open.Count < Most && _open.TryAdd((string)JsonNode.Parse(options)!["challenge"]!, (state, member, now));
    }

    /// <summary>The state that this credential answers to; null when there is none, or it was answered before, or is somebody else's.</summary>
    public string? End(JsonObject credential, string? member) =>
        Challenge(credential) is { } challenge && _open.TryRemove(challenge, out var ceremony) && ceremony.At + Lasts > time.GetUtcNow() && ceremony.Member == member ? ceremony.State : null;

    private static string? Challenge(JsonObject credential)
    {
        try
        {
            if ((credential["response"] as JsonObject)?["clientDataJSON"] is not JsonValue value || !value.TryGetValue<string>(out var encoded)) return null;
            using var client = JsonDocument.Parse(Base64Url.DecodeFromChars(encoded));
            return client.RootElement.ValueKind == JsonValueKind.Object && client.RootElement.TryGetProperty("challenge", out var challenge) && challenge.ValueKind == JsonValueKind.String ? challenge.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
