using System.Text.Json;
using ArrFunctions.Library.Analysis;
using static ArrFunctions.Library.Artifacts.CsvColumn;

namespace ArrFunctions.Library.Artifacts;

/// <summary>The columns of what the analysis found; docs/artifacts.md says what each one holds.</summary>
internal static class AnalysisColumns
{
    public static IReadOnlyList<CsvColumn<UpgradeCandidate>> Candidates { get; } =
    [
        Number<UpgradeCandidate>("rank", candidate => candidate.Rank),
        Text<UpgradeCandidate>("name", candidate => candidate.Name),
        Text<UpgradeCandidate>("priority", candidate => Word(candidate.Priority)),
        Number<UpgradeCandidate>("score", candidate => candidate.Score),
        Number<UpgradeCandidate>("gain", candidate => candidate.Gain),
        Number<UpgradeCandidate>("peers", candidate => candidate.Peers),
        Text<UpgradeCandidate>("profile", candidate => candidate.Profile),
        Text<UpgradeCandidate>("quality", candidate => candidate.Quality),
        Number<UpgradeCandidate>("size_bytes", candidate => candidate.Size),
        List<UpgradeCandidate>("reasons", candidate => candidate.Reasons.Select(Word)),
        List<UpgradeCandidate>("blocks", candidate => candidate.Blocks.Select(Word)),
        Text<UpgradeCandidate>("worst_format", candidate => candidate.WorstFormat?.Name),
        Number<UpgradeCandidate>("worst_format_score", candidate => candidate.WorstFormat?.Score),
        Text<UpgradeCandidate>("reason", candidate => candidate.Reason),
        Text<UpgradeCandidate>("recommendation", candidate => candidate.Recommendation),
        Number<UpgradeCandidate>("title_id", candidate => candidate.Item.TitleId),
        Number<UpgradeCandidate>("episode_id", candidate => candidate.Item.EpisodeId is 0 ? null : candidate.Item.EpisodeId),
    ];

    public static IReadOnlyList<CsvColumn<FormatEffect>> Formats { get; } =
    [
        Number<FormatEffect>("format_id", format => format.Id),
        Text<FormatEffect>("name", format => format.Name),
        Number<FormatEffect>("files", format => format.Files),
        Real<FormatEffect>("share", format => format.Share),
        Number<FormatEffect>("score", format => format.Score),
        Number<FormatEffect>("min_score", format => format.MinScore),
        Number<FormatEffect>("max_score", format => format.MaxScore),
        Real<FormatEffect>("effect", format => format.Effect),
        Real<FormatEffect>("size_cost", format => format.SizeCost),
        Number<FormatEffect>("size_bytes", format => format.Bytes),
        Text<FormatEffect>("impact", format => Word(format.Impact)),
        Text<FormatEffect>("advice", format => format.Advice),
    ];

    public static IReadOnlyList<CsvColumn<ProfileFigures>> Profiles { get; } =
    [
        Number<ProfileFigures>("profile_id", profile => profile.Id),
        Text<ProfileFigures>("name", profile => profile.Name),
        Flag<ProfileFigures>("upgrade_allowed", profile => profile.IsUpgradeAllowed),
        Number<ProfileFigures>("min_score", profile => profile.MinScore),
        Number<ProfileFigures>("cutoff_score", profile => profile.CutoffScore),
        Number<ProfileFigures>("files", profile => profile.Files),
        Number<ProfileFigures>("size_bytes", profile => profile.Bytes),
        Number<ProfileFigures>("lowest", profile => profile.Scores?.Min),
        Real<ProfileFigures>("lower_quartile", profile => profile.Scores?.Lower),
        Real<ProfileFigures>("median", profile => profile.Scores?.Median),
        Real<ProfileFigures>("upper_quartile", profile => profile.Scores?.Upper),
        Number<ProfileFigures>("highest", profile => profile.Scores?.Max),
        Real<ProfileFigures>("mean", profile => profile.Scores?.Mean),
        Number<ProfileFigures>("at_cutoff", profile => profile.AtCutoff),
        Number<ProfileFigures>("below_minimum", profile => profile.BelowMinimum),
        Number<ProfileFigures>("negative", profile => profile.Negative),
        Text<ProfileFigures>("rating", profile => Word(profile.Rating)),
        List<ProfileFigures>("issues", profile => profile.Issues),
        List<ProfileFigures>("advice", profile => profile.Advice),
    ];

    /// <summary>As the JSON has it.</summary>
    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
