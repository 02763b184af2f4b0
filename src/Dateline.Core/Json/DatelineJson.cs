using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Core.Blocks;
using Dateline.Core.Coverages;
using Dateline.Core.Journal;
using Dateline.Core.Posts;
using Dateline.Core.Rules;

namespace Dateline.Core.Json;

/// <summary>How everything of the model is written as JSON: camel case, nothing for null, no field that is not known, instants in UTC.</summary>
/// <remarks>
/// The default instance escapes for embedding anywhere; <see cref="Relaxed"/> is for files, rows and the wire, where the default escaping
/// would double the size of text that is not Latin. Neither may be put into HTML unescaped.
/// The generated reader sets every <c>init</c> property, also one that the JSON leaves out, and then to null: a property that has a default
/// says it in its <c>init</c>, not beside it alone.
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowOutOfOrderMetadataProperties = true,
    MaxDepth = 32,
    Converters = [typeof(InstantConverter), typeof(FiniteNumberConverter)])]
[JsonSerializable(typeof(Block))]
[JsonSerializable(typeof(PostContent))]
[JsonSerializable(typeof(Post))]
[JsonSerializable(typeof(PublicPost))]
[JsonSerializable(typeof(Coverage))]
[JsonSerializable(typeof(PublicCoverage))]
[JsonSerializable(typeof(Change))]
[JsonSerializable(typeof(HouseRules))]
public sealed partial class DatelineJson : JsonSerializerContext
{
    /// <summary>The same, with text written as it is read.</summary>
    public static DatelineJson Relaxed => Holder.Relaxed;

    // Made on first use: the generated half of this class sets up Default in an order that is not ours to rely on.
    private static class Holder
    {
        internal static readonly DatelineJson Relaxed = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
