using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Takeover;

/// <summary>What Arr Score Exporter calls a file: <c>radarr:{movie}:{file}</c>, or <c>sonarr:{series}:S01E02:{file}</c> for each episode that it holds.</summary>
/// <param name="Season">-1 for a movie.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct TheirFile(ServarrService Service, int TitleId, int Season, int Episode, int FileId)
{
    /// <returns>Null where it is none of both.</returns>
    public static TheirFile? Parse(string identifier)
    {
        if (identifier.Length > 100 || Form.Match(identifier) is not { Success: true } form
            || !TryRead(form, "title", out var title) || !TryRead(form, "file", out var file))
        {
            return null;
        }

        var isMovie = form.Groups["radarr"].Success;
        return isMovie ? new(ServarrService.Radarr, title, Season: -1, Episode: 0, file)
            : TryRead(form, "season", out var season) && TryRead(form, "episode", out var episode) ? new(ServarrService.Sonarr, title, season, episode, file)
            : null;
    }

    private static bool TryRead(Match form, string group, out int number) => int.TryParse(form.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"^(?:(?<radarr>radarr):(?<title>\d{1,9})|sonarr:(?<title>\d{1,9}):S(?<season>\d{1,6})E(?<episode>\d{1,6})):(?<file>\d{1,9})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form { get; }
}
