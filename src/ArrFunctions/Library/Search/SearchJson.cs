using System.Text.Json.Serialization;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Platform;

namespace ArrFunctions.Library.Search;

/// <summary>The rows of the log of searches, and what its routes take and tell.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnum<SearchState>), typeof(CamelCaseEnum<CandidatePriority>), typeof(CamelCaseEnum<LeftOutReason>)])]
[JsonSerializable(typeof(SearchEntry))]
[JsonSerializable(typeof(SearchGuard))]
[JsonSerializable(typeof(SearchReport))]
[JsonSerializable(typeof(SearchPage))]
internal sealed partial class SearchJson : JsonSerializerContext;
