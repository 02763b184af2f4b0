using System.Text.Json.Nodes;
using Dateline.Core.Posts;
using Dateline.Storage;
using Dateline.Storage.Members;

namespace Dateline.Desk.Members;

/// <summary>People as the API shows them.</summary>
internal static class UserAnswer
{
    public static string Word(Role role) => role.ToString().ToLowerInvariant();

    /// <summary>For colleagues: who is there, for bylines.</summary>
    public static JsonObject Brief(Person person) => new() { ["id"] = person.Id, ["name"] = person.Name, ["role"] = Word(person.Role) };

    /// <summary>For administrators.</summary>
    public static JsonObject Whole(Person person)
    {
        var json = Brief(person);
        json["email"] = person.Email;
        json["addedAt"] = Instants.Write(person.AddedAt);
        json["disabledAt"] = person.DisabledAt is { } at ? Instants.Write(at) : null;
        return json;
    }
}
