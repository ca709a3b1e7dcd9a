namespace ArrFunctions.Ops.Configuration;

/// <summary>The variables and files that <c>config.yaml</c> uses, and where. A candidate that came over HTTP uses no others: findings and connections would tell its sender what they hold.</summary>
internal sealed class LookUps
{
    public const string Objection =
        "A candidate may use ${...} and _FILE only as config.yaml does, or its sender could read everything that this program can. Check a file with others on the machine: config validate.";

    private static readonly Dictionary<string, string> NoVariables = new(StringComparer.Ordinal);
    private readonly HashSet<(string Setting, string Text)> known;

    private LookUps(IEnumerable<SettingEntry> entries) => known = [.. entries.Select(static entry => (SettingOf(entry.Key), entry.Text!))];

    /// <param name="path">Of <c>config.yaml</c>; null: there is none.</param>
    public static LookUps Of(string? path) => new(
        path is not null && Path.Exists(path) ? YamlFile.ReadAsWritten(path) : []);

    /// <summary>Whether a text is to be taken as it is, or stands so in the file.</summary>
    public bool Includes(string key, string text) =>
        (SettingFile.WithoutSuffix(key) is null && Variables.TryExpand(text, NoVariables, out _) is not null) || known.Contains((SettingOf(key), text));

    /// <summary>An entry of a list may have moved.</summary>
    private static string SettingOf(string key) =>
        string.Join(':', key.Split(':').Select(static segment => SettingKey.TryReadPlace(segment, out _) ? "{N}" : segment)).ToUpperInvariant();
}
