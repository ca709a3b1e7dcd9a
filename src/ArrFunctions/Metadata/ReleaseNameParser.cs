using System.Text.RegularExpressions;

namespace ArrFunctions.Metadata;

/// <summary>Tells from the name of a file what film or episode it is; the folders around it help where the name alone does not tell.</summary>
internal static partial class ReleaseNameParser
{
    /// <summary>Null when neither the name nor the folders tell anything.</summary>
    public static ReleaseName? Parse(string fileNameOrPath)
    {
        var names = ReleaseNamePath.Names(fileNameOrPath);
        if (names.Count == 0)
        {
            return null;
        }

        var file = WithoutGroupOf(names.Count > 1 ? names[1] : "", names[0]);
        var own = file.All(char.IsAsciiDigit) && file.Length < 4 ? null : Read(file);
        var folder = ReleaseNameFolder.Of(names.Skip(1).Select(name => (name, Read(name))));
        return folder.Episode(file, own) ?? own switch
        {
            { Kind: MediaKind.Series, Title: "" } => folder.Complete(own),
            { Kind: MediaKind.Series } or { Year: not null } => folder.Agree(own),
            _ => folder.Film(own),
        };
    }

    private static ReleaseName? Read(string name)
    {
        var (text, hasGroup) = ReleaseNamePrefix.Strip(name);
        return ReleaseNameEpisode.Read(text, hasGroup) ?? ReleaseNameFilm.Read(text);
    }

    /// <summary>The scene puts the group before the file and after the folder: <c>Film.2019-GROUP/group-film.mkv</c>.</summary>
    private static string WithoutGroupOf(string folder, string file) =>
        GroupAtEnd.Match(folder) is { Success: true, Value: var group }
        && file.StartsWith(group[1..] + "-", StringComparison.OrdinalIgnoreCase) ? file[group.Length..] : file;

    [GeneratedRegex(@"-[A-Za-z0-9]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GroupAtEnd { get; }
}
