using ArrFunctions.Setup.Takeover;

namespace ArrFunctions.SelfHost.Commands.Imports;

/// <summary>Reads the configuration of another program, whichever form it has.</summary>
internal static class TheirConfiguration
{
    private const string SqliteUrl = "sqlite";

    /// <exception cref="TheirConfigurationException">It cannot be read.</exception>
    public static TakeoverPlan Plan(TheirSystem system, TheirPlace place) => system switch
    {
        TheirSystem.AiArrControl => AiArrControlKeys.Of(place.Config is null ? [] : TheirEnvironmentFile.Read(place.Config, CommandConfiguration.Variables())),
        TheirSystem.ArrTheAudio => ArrTheAudioKeys.Of(Yaml(place)),
        _ => ArrScoreExporterKeys.Of(Yaml(place)),
    };

    /// <summary>The database that <c>DATABASE_URL</c> of AI Arr Control names, where no other was found.</summary>
    /// <param name="told">Why there is none, for people.</param>
    public static TheirPlace WithNamedDatabase(TheirPlace place, out string? told)
    {
        told = null;
        if (place is not { Config: { } config, Database: null }
            || TheirEnvironmentFile.Read(config, CommandConfiguration.Variables()).FirstOrDefault(static value => value.Name.Equals("DATABASE_URL", StringComparison.OrdinalIgnoreCase)) is not { Text: { Length: > 0 } url })
        {
            return place;
        }

        if (!url.StartsWith(SqliteUrl, StringComparison.OrdinalIgnoreCase) || url.IndexOf(":///", StringComparison.Ordinal) is not (> 0 and var start))
        {
            told = "Its tests lie in a database that is not SQLite, and are not read. They said nothing of the indexers in any case.";
            return place;
        }

        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(config)!, url[(start + 4)..].Split('?')[0]));
        told = File.Exists(path) ? null : $"DATABASE_URL names {path}, which is not there: it is a path of another container. Name the file with --their-database.";
        return told is null ? place with { Database = path } : place;
    }

    private static IReadOnlyList<TheirValue> Yaml(TheirPlace place)
    {
        if (place.Config is not { } config)
        {
            return [];
        }

        var variables = CommandConfiguration.Variables();
        foreach (var value in (place.Environment is { } file ? TheirEnvironmentFile.Read(file, variables) : []).Where(static value => value.Unset is null))
        {
            variables[value.Name] = value.Text;
        }

        return TheirYamlFile.Read(config, variables);
    }
}
