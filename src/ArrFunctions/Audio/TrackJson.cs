using System.Text.Json;

namespace ArrFunctions.Audio;

/// <summary>One audio track as programs see it.</summary>
internal sealed record TrackJson(
    int Track, bool Default, string Language, string Codec, int Channels, string? Title, IReadOnlyList<string> Flags, int? Rank = null, string? Why = null,
    int? Score = null, IReadOnlyList<ScorePart>? Parts = null)
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

    public static TrackJson Of(TrackJudgement judgement) => Of(judgement.Track) with
    {
        Rank = judgement.Rank,
        Why = judgement.Reason,
        Score = judgement.Score,
        Parts = judgement.Rank is null ? null : judgement.Parts,
    };
}
