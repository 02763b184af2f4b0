using System.Text.Json.Serialization;

namespace Dateline.Server.Serving;

/// <summary>A block as readers would have it.</summary>
/// <param name="Html">Its markup.</param>
/// <param name="Summary">For a chart, what the page would say of it if the writer does not.</param>
internal sealed record ShownBlock(string Html, string? Summary);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ShownBlock))]
internal sealed partial class ShownJson : JsonSerializerContext;
