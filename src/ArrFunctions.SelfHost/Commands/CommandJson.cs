using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ArrFunctions.Audio;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.SelfHost.Commands.Admin;
using ArrFunctions.SelfHost.Commands.Admin.Doctor;
using ArrFunctions.SelfHost.Commands.Status;
using ArrFunctions.Setup;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>Output of <c>audio inspect</c> and <c>audio explain</c> for a file that cannot be read.</summary>
internal sealed record FileErrorJson(string Path, string Error);

/// <summary>Output of <c>audio inspect</c>.</summary>
internal sealed record FileJson(string Path, string Format, IReadOnlyList<TrackJson> Tracks);

/// <summary>One line of <c>audio fix</c>.</summary>
internal sealed record FixJson(
    string Path, string Outcome, string Reason, string? Kind, int? Chosen, string? UndoId, IReadOnlyList<TrackJson>? Before, IReadOnlyList<TrackJson>? After);

/// <summary>Last line of <c>audio fix</c>.</summary>
internal sealed record FixSummaryJson(FixTally Summary, bool DryRun);

/// <summary>Output of <c>audio undo</c>.</summary>
internal sealed record UndoJson(string Target, string Outcome, string? Reason, string? Path, IReadOnlyList<TrackJson>? Tracks);

/// <summary>Output of <c>setup webhook</c>.</summary>
internal sealed record WebhookSetupJson(
    string Instance, string Outcome, string? Code, string? Reason, string? Url, bool? Created, IReadOnlyList<string>? Events, IReadOnlyList<string>? AlsoPosting);

/// <summary>Output of <c>schedules run</c>.</summary>
internal sealed record ScheduleRunJson(string Schedule, string Outcome, string Text);

/// <summary>A line of <c>indexers enable</c> and <c>indexers disable</c> for what was not done.</summary>
internal sealed record IndexerErrorJson(string Indexer, string Name, string Error);

[JsonSerializable(typeof(FileJson))]
[JsonSerializable(typeof(FileErrorJson))]
[JsonSerializable(typeof(ExplainJson))]
[JsonSerializable(typeof(FixJson))]
[JsonSerializable(typeof(FixSummaryJson))]
[JsonSerializable(typeof(UndoJson))]
[JsonSerializable(typeof(SettingJson))]
[JsonSerializable(typeof(WebhookSetupJson))]
[JsonSerializable(typeof(MappingReport))]
[JsonSerializable(typeof(ScheduleView))]
[JsonSerializable(typeof(ScheduleRunJson))]
[JsonSerializable(typeof(ConnectionReport))]
[JsonSerializable(typeof(IndexerErrorJson))]
[JsonSerializable(typeof(StateReportJson))]
[JsonSerializable(typeof(CleanUpJson))]
[JsonSerializable(typeof(StateFigures))]
[JsonSerializable(typeof(DoctorFinding))]
[JsonSerializable(typeof(StatusView))]
internal sealed partial class CommandJson : JsonSerializerContext
{
    /// <summary>Film titles stay readable: only what JSON itself must escape is escaped.</summary>
    public static CommandJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
