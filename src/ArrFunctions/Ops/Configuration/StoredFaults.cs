namespace ArrFunctions.Ops.Configuration;

/// <summary>Leaves out of the stored values what makes the configuration invalid.</summary>
internal static class StoredFaults
{
    /// <param name="stored">The values.</param>
    /// <param name="findings">What is wrong with them.</param>
    /// <param name="told">Gets a sentence for each value that is left out.</param>
    /// <returns>Fewer values: without those that are named, with the whole entry of a list that one belongs to; where none is named, none.</returns>
    public static IReadOnlyList<SettingEntry> Without(IReadOnlyList<SettingEntry> stored, IReadOnlyList<Finding> findings, Findings told)
    {
        var wrong = findings.Where(static finding => finding.IsError && finding.Key is not null).Select(static finding => Group(finding.Key!)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var left = stored.Where(entry => wrong.Contains(Group(entry.Key))).ToList();
        left = left is [] ? [.. stored] : left;
        foreach (var entry in left)
        {
            var why = findings.FirstOrDefault(finding => finding.IsError && finding.Key is { } key && Group(key).Equals(Group(entry.Key), StringComparison.OrdinalIgnoreCase));
            told.Warn("storedLeftOut", $"{entry.Name} is left out, because with it the configuration is not valid: {why?.Message ?? findings.First(static finding => finding.IsError).Message} Set it again, or remove it.", entry);
        }

        return [.. stored.Except(left)];
    }

    /// <summary>An entry of a list that is half stored and half from another source: the other half may be of something else by now.</summary>
    public static void RefuseMixed(IReadOnlyList<SettingEntry> stored, IReadOnlyList<SettingEntry> others, Findings findings)
    {
        var theirs = others.Select(static other => (Entry: SettingKey.EntryOf(other.Key), Other: other)).Where(static one => one.Entry is not null)
            .GroupBy(static one => one.Entry!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(static group => group.Key, static group => group.First().Other, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in stored)
        {
            if (SettingKey.EntryOf(entry.Key) is { } group && theirs.TryGetValue(group, out var other))
            {
                findings.Refuse("storedMixed", $"{entry.Name} belongs to {group}, which {other.Name} has a part of too. An entry of a list has one source.", entry);
            }
        }
    }

    /// <summary>An entry of a list of entries stands and falls as a whole; an item of a list of values takes its list along.</summary>
    private static string Group(string key) =>
        SettingKey.EntryOf(key) ?? (key.LastIndexOf(':') is > 0 and var last && SettingKey.TryReadPlace(key[(last + 1)..], out _) ? key[..last] : key);
}
