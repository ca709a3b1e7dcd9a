using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Platform;

namespace ArrFunctions.Library.Artifacts;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(CamelCaseEnum<CandidatePriority>), typeof(CamelCaseEnum<CandidateReason>), typeof(CamelCaseEnum<CandidateBlock>),
        typeof(CamelCaseEnum<FormatImpact>), typeof(CamelCaseEnum<ProfileRating>), typeof(CamelCaseEnum<FileCategory>),
    ])]
[JsonSerializable(typeof(ExportedFile))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(LibraryFigures))]
[JsonSerializable(typeof(LibraryHealth))]
[JsonSerializable(typeof(UpgradeCandidate))]
[JsonSerializable(typeof(FormatEffect))]
[JsonSerializable(typeof(ProfileFigures))]
[JsonSerializable(typeof(FileCategory))]
[JsonSerializable(typeof(ItemKey))]
[JsonSerializable(typeof(LibraryBreakdown))]
[JsonSerializable(typeof(LibraryTrends))]
internal sealed partial class ExportJson : JsonSerializerContext
{
    /// <summary>Letters stay letters; what means something in HTML is escaped, so that the text may be put into a page.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
