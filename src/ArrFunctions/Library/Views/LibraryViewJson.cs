using System.Text.Json.Serialization;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Exports;
using ArrFunctions.Library.History;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Views;

/// <summary>Answers of the routes. What <c>export.json</c> has too looks as it does there.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(CamelCaseEnum<CandidatePriority>), typeof(CamelCaseEnum<CandidateReason>), typeof(CamelCaseEnum<CandidateBlock>),
        typeof(CamelCaseEnum<FormatImpact>), typeof(CamelCaseEnum<ProfileRating>), typeof(CamelCaseEnum<FileCategory>),
        typeof(CamelCaseEnum<ScoreChangeKind>), typeof(CamelCaseEnum<ExportScope>), typeof(CamelCaseEnum<BatchStatus>), typeof(CamelCaseEnum<ServarrService>),
    ])]
[JsonSerializable(typeof(LibrarySummary))]
[JsonSerializable(typeof(CandidateList))]
[JsonSerializable(typeof(FormatList))]
[JsonSerializable(typeof(ProfileList))]
[JsonSerializable(typeof(TrendsView))]
[JsonSerializable(typeof(ChangeList))]
[JsonSerializable(typeof(LibraryComparison))]
[JsonSerializable(typeof(ExportsStarted))]
[JsonSerializable(typeof(ExportView))]
[JsonSerializable(typeof(ExportList))]
internal sealed partial class LibraryViewJson : JsonSerializerContext;
