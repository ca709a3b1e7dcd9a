using System.Globalization;
using System.Text.RegularExpressions;

namespace ArrFunctions.Metadata;

/// <summary>Reads the plainest names alone: <c>A Film (2019).mkv</c>, <c>A Series - S01E02.mkv</c>.</summary>
internal static partial class ReleaseNameParser
{
    /// <returns>Null when the name tells nothing.</returns>
    public static ReleaseName? Parse(string fileNameOrPath) => Plain.Match(Path.GetFileName(fileNameOrPath)) is { Success: true, Groups: var groups }
        ? new()
        {
            Kind = groups["season"].Success ? MediaKind.Series : MediaKind.Movie,
            Title = groups["title"].Value,
            Year = groups["year"].Success ? int.Parse(groups["year"].Value, CultureInfo.InvariantCulture) : null,
            Season = groups["season"].Success ? int.Parse(groups["season"].Value, CultureInfo.InvariantCulture) : null,
        }
        : null;

    [GeneratedRegex(@"^(?<title>\w.*?)( \((?<year>\d{4})\))?( - S(?<season>\d\d)E\d\d)?\.\w{2,4}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain { get; }
}
