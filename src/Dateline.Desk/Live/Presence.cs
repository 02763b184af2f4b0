using System.Text.Json.Nodes;
using Dateline.Core.Posts;
using Dateline.Desk.Members;

namespace Dateline.Desk.Live;

/// <summary>What somebody has in hand.</summary>
internal enum Doing
{
    Reading,
    Writing,
}

/// <summary>Somebody at the desk: which post they have open, and since when.</summary>
internal sealed record Presence(Member Member, string? Post, Doing Doing, DateTimeOffset Since, DateTimeOffset SeenAt)
{
    public JsonObject Json => new()
    {
        ["member"] = Of(Member),
        ["post"] = Post,
        ["doing"] = Doing.ToString().ToLowerInvariant(),
        ["since"] = Instants.Write(Since),
    };

    public static JsonObject Of(Member member) => new() { ["id"] = member.Id ?? $"token {member.Name}", ["name"] = member.Name };
}
