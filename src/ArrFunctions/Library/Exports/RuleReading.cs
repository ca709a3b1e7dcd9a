using System.Text.Json.Nodes;
using ArrFunctions.Jobs;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Exports;

/// <summary>Quality profiles and custom formats as their application tells them.</summary>
internal static class RuleReading
{
    /// <param name="resource">The profile.</param>
    /// <param name="formats">All that there are: where one is gone, no file matches it any more.</param>
    public static StoredProfile Of(QualityProfileResource resource, IEnumerable<StoredFormat> formats)
    {
        var profile = new ScoreProfile
        {
            Id = resource.Id,
            Name = resource.Name ?? "",
            IsUpgradeAllowed = resource.UpgradeAllowed,
            Cutoff = resource.Cutoff,
            MinScore = resource.MinFormatScore,
            CutoffScore = resource.CutoffFormatScore,
            MinUpgrade = (int)Math.Clamp(resource.MinUpgradeFormatScore ?? 1, 1, int.MaxValue),
            Scores = resource.FormatItems.Where(static item => item is { Format: > 0, Score: not 0 }).DistinctBy(static item => item.Format)
                .ToDictionary(static item => item.Format, static item => item.Score),
            Qualities = [.. resource.Items.Select(static item => QualityOf(item))],
        };
        return new(profile, ProfilePrint.Of(profile, formats.Select(static format => format.Id)));
    }

    /// <summary>The name does not count: a format that is called otherwise matches the same files.</summary>
    public static StoredFormat Of(JsonObject format) => new(
        format["id"] is JsonValue id && id.TryGetValue<int>(out var number) ? number : 0,
        format["name"] is JsonValue name && name.TryGetValue<string>(out var text) ? text : "",
        JobId.Hash(format["specifications"]?.ToJsonString() ?? "")[..12]);

    private static ProfileQuality QualityOf(ProfileItemResource item) => item.Quality is { } quality
        ? new(quality.Id, quality.Name ?? "", item.Allowed, [quality.Id])
        : new(item.Id, item.Name ?? "", item.Allowed, [.. item.Items.Select(static member => member.Quality?.Id ?? 0)]);
}
