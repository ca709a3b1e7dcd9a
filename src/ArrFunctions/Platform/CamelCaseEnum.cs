using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArrFunctions.Platform;

/// <summary>Writes the names of an enumeration in camelCase, and refuses numbers.</summary>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
