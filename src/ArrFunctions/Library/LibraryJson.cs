using System.Text.Json.Serialization;
using ArrFunctions.Library.Exports;
using ArrFunctions.Library.History;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library;

/// <summary>The rows of the library.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnum<ScoreChangeKind>), typeof(CamelCaseEnum<ServarrService>), typeof(CamelCaseEnum<ExportScope>)])]
[JsonSerializable(typeof(StoredTitle))]
[JsonSerializable(typeof(LibraryFile))]
[JsonSerializable(typeof(LibraryState))]
[JsonSerializable(typeof(StoredProfile))]
[JsonSerializable(typeof(StoredFormat))]
[JsonSerializable(typeof(ScoreChange))]
[JsonSerializable(typeof(DayOfChanges))]
[JsonSerializable(typeof(LibrarySnapshot))]
[JsonSerializable(typeof(ExportRun))]
internal sealed partial class LibraryJson : JsonSerializerContext;
