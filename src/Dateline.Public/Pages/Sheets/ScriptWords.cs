using System.Text.Json;
using Dateline.Public.Pages.Wording;

namespace Dateline.Public.Pages.Sheets;

/// <summary>The words for the reader's script as JSON; the page encodes it as it does any attribute.</summary>
internal static class ScriptWords
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(Words words) => JsonSerializer.Serialize(words.Script, Readable);
}
