using System.Text.Json;
using System.Text.Json.Serialization;
using ArrFunctions.Indexers.Takeover;
using ArrFunctions.Library.Takeover;
using ArrFunctions.Platform;
using ArrFunctions.Setup.Takeover;

namespace ArrFunctions.SelfHost.Commands.Imports;

/// <summary>Output of <c>import</c>.</summary>
internal sealed record ImportJson(
    string System, bool IsApplied, string? Config, string? Database, string? Output, IReadOnlyList<ImportSettingJson> Settings, IReadOnlyList<TheirKey> Keys,
    IReadOnlyList<LibraryTaken> Libraries, ObservationsTaken? Tests, JobsLeft? Jobs, IReadOnlyList<string> Notes, IReadOnlyList<string> Checks, IReadOnlyList<string> Errors)
{
    public static string Of(ImportReport report) => JsonSerializer.Serialize(
        new(
            report.Plan.System.Word(), report.IsApplied, report.Place.Config, report.Place.Database, report.Output,
            [.. report.Settings.SelectMany(static one => one.Shown.Select(shown => new ImportSettingJson(shown.Key, shown.Text, one.Taken.From, one.State, one.Says)))],
            report.Plan.Keys, report.Libraries, report.Tests, report.Jobs, report.Notes, report.Plan.Checks, report.Errors),
        ImportJsonContext.Readable.ImportJson);
}

/// <param name="Value">Asterisks for a secret.</param>
/// <param name="From">Of which keys of theirs.</param>
internal sealed record ImportSettingJson(string Key, string Value, string From, TakenState State, string? Says);

[JsonSourceGenerationOptions(Converters = [typeof(CamelCaseEnum<TakenState>), typeof(CamelCaseEnum<KeyFate>)])]
[JsonSerializable(typeof(ImportJson))]
internal sealed partial class ImportJsonContext : JsonSerializerContext
{
    public static ImportJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new CamelCaseEnum<TakenState>(), new CamelCaseEnum<KeyFate>() },
    });
}
