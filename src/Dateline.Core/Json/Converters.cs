using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Core.Json;

/// <summary>Enums as their names in camel case: <c>agency</c>, <c>groupedBar</c>. Numbers are refused.</summary>
public sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
