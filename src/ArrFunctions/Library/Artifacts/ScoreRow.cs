using System.Globalization;
using System.Runtime.CompilerServices;
using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Artifacts;

/// <summary>A file with its title, and with what its ids stand for.</summary>
/// <param name="Profile">Null where the application has it no more.</param>
/// <param name="Formats">With the points that the profile gives.</param>
internal sealed record ScoreRow(LibraryTitle Title, LibraryFile File, ScoreProfile? Profile, IReadOnlyList<FormatScore> Formats)
{
    public string ProfileName => Profile?.Name ?? string.Create(CultureInfo.InvariantCulture, $"profile {Title.ProfileId}");

    /// <summary>"S01E02", "S01E01-E02"; null for a movie.</summary>
    public string? Episode => File.Episodes is [var first, ..] ? TitleText.EpisodeOf(first.Season, first.Number, File.Episodes[^1].Number) : null;

    /// <summary>SDR where the application looked into the file and saw nothing else.</summary>
    public string? DynamicRange => File.Media is null ? null : File.Media.DynamicRange ?? "SDR";

    /// <summary>"HDR10 (+500)".</summary>
    public IEnumerable<string> FormatTexts =>
        Formats.Select(format => string.Create(CultureInfo.InvariantCulture, $"{format.Name} ({format.Score:+0;-0;+0})"));

    public static async IAsyncEnumerable<ScoreRow> ReadAsync(ExportContent content, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in content.Rows(cancellationToken))
        {
            yield return Of(content, row);
        }
    }

    private static ScoreRow Of(ExportContent content, LibraryRow row)
    {
        var profile = content.Profiles.GetValueOrDefault(row.Title.ProfileId);
        return new(row.Title, row.File, profile, [.. row.File.Formats.Select(id => FormatOf(content, profile, id))]);
    }

    private static FormatScore FormatOf(ExportContent content, ScoreProfile? profile, int id) => new(
        id,
        content.Formats.GetValueOrDefault(id)?.Name ?? string.Create(CultureInfo.InvariantCulture, $"format {id}"),
        profile?.Scores.GetValueOrDefault(id) ?? 0);
}
