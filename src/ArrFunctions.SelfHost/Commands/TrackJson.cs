using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ArrFunctions.Audio;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>One audio track as programs see it.</summary>
internal sealed record TrackJson(
    int Track, bool Default, string Language, string Codec, int Channels, string? Title, IReadOnlyList<string> Flags, int? Rank = null, string? Why = null)
{
    public static TrackJson Of(AudioTrack track) => new(
        track.Position + 1,
        track.IsDefault,
        track.Language.ToString(),
        track.Codec,
        track.Channels,
        track.Title,
        [.. FlagsOf(track).Select(flag => JsonNamingPolicy.CamelCase.ConvertName(flag.ToString()))]);

    /// <summary>What is special about a track; whether it is the default one stands by itself.</summary>
    public static IEnumerable<AudioTrackFlags> FlagsOf(AudioTrack track) =>
        Enum.GetValues<AudioTrackFlags>().Where(flag => flag is not (AudioTrackFlags.None or AudioTrackFlags.Default) && track.Flags.HasFlag(flag));

    public static TrackJson Of(TrackJudgement judgement) => Of(judgement.Track) with { Rank = judgement.Rank, Why = judgement.Reason };
}

/// <summary>Output of <c>audio inspect</c> and <c>audio explain</c> for a file that cannot be read.</summary>
internal sealed record FileErrorJson(string Path, string Error);

/// <summary>Output of <c>audio inspect</c> and <c>audio explain</c>.</summary>
internal sealed record FileJson(string Path, string Format, IReadOnlyList<TrackJson> Tracks, int? Chosen = null, string? Reason = null, bool? IsCorrect = null);

/// <summary>One line of <c>audio fix</c>.</summary>
internal sealed record FixJson(
    string Path, string Outcome, string Reason, string? Kind, int? Chosen, string? UndoId, IReadOnlyList<TrackJson>? Before, IReadOnlyList<TrackJson>? After);

/// <summary>Last line of <c>audio fix</c>.</summary>
internal sealed record FixSummaryJson(FixTally Summary, bool DryRun);

/// <summary>Output of <c>audio undo</c>.</summary>
internal sealed record UndoJson(string Target, string Outcome, string? Reason, string? Path, IReadOnlyList<TrackJson>? Tracks);

[JsonSerializable(typeof(FileJson))]
[JsonSerializable(typeof(FileErrorJson))]
[JsonSerializable(typeof(FixJson))]
[JsonSerializable(typeof(FixSummaryJson))]
[JsonSerializable(typeof(UndoJson))]
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
