namespace ArrFunctions.Ops.Configuration;

/// <summary>Picks our settings out of an environment that other software uses too.</summary>
internal static class EnvironmentVariables
{
    /// <param name="findings">Gets names that look like ours with a typing error in the section.</param>
    public static IEnumerable<SettingEntry> Read(IReadOnlyDictionary<string, string> environment, Findings findings)
    {
        foreach (var (name, text) in environment.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            var entry = new SettingEntry(SettingSource.Environment, SettingKey.FromVariable(name), name, text);
            if (IsOurs(entry))
            {
                yield return entry;
            }
            else if (NearSection(entry.Key) is { } meant)
            {
                findings.Warn("unknownVariable", $"{entry.Name} is no setting and is ignored. Did you mean {entry.Spell(meant)}?", entry);
            }
        }
    }

    /// <summary>
    /// One of our sections and a double underscore, or a flat name, or nearly one (SONARR_APIKEY, SONAR_URL). The applications' own variables
    /// (SONARR__AUTH__APIKEY), those that containers set (SONARR_VERSION, SONARR_PORT_8989_TCP) and those of others, whose names differ from ours by
    /// other letters in the first word (TVDB_API_KEY), are not ours. A flat variable that is empty counts as not set: compose files pass on what their user left out.
    /// </summary>
    private static bool IsOurs(SettingEntry entry)
    {
        if (entry.Key.Contains(':', StringComparison.Ordinal))
        {
            return SettingCatalogue.Sections.Contains(entry.Key.Split(':')[0], StringComparer.OrdinalIgnoreCase);
        }

        return entry.Text is not "" && SettingCatalogue.Nearest(entry.Key) is { } near && IsSlip(entry.Key.Split('_')[0], near.Split('_')[0]);
    }

    /// <summary>Nothing is wrong with the first word, or a letter is missing or too many.</summary>
    private static bool IsSlip(string word, string known) =>
        word.Equals(known, StringComparison.OrdinalIgnoreCase) || (word.Length != known.Length && Spelling.Distance(word, known) == 1);

    private static string? NearSection(string key)
    {
        var segments = key.Split(':', 2);
        return segments is [var first, var rest]
            ? SettingCatalogue.Sections
                .Where(section => Spelling.Distance(first, section) <= Math.Min(2, section.Length / 2))
                .Select(section => $"{section}:{rest}")
                .Select(candidate => SettingCatalogue.Find(candidate)?.Key ?? SettingCatalogue.Nearest(candidate))
                .FirstOrDefault(meant => meant is not null)
            : null;
    }
}
