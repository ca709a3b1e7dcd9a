namespace ArrFunctions.Ops.Configuration;

/// <summary>The values of all sources, put on top of each other.</summary>
internal sealed class SettingLayers(List<string> errors)
{
    private readonly Dictionary<string, SettingValue> values = new(StringComparer.Ordinal);

    public SettingValue? Find(string key) => values.GetValueOrDefault(key);

    /// <summary>The places of a list that have a value, in order.</summary>
    /// <param name="list">Key of the list, such as <c>Servarr:Instances</c>.</param>
    public IEnumerable<int> Places(string list) => values.Keys
        .Where(key => key.StartsWith(list + ":", StringComparison.Ordinal))
        .Select(key => int.Parse(key[(list.Length + 1)..].Split(':')[0], System.Globalization.CultureInfo.InvariantCulture))
        .Distinct()
        .Order();

    /// <summary>Lays the entries of one source over those before it. A list replaces the whole list; a place of <c>Servarr:Instances</c> is no list.</summary>
    public void Add(IEnumerable<SettingEntry> entries)
    {
        foreach (var setting in entries.Select(Identify).OfType<Identified>().GroupBy(found => found.Known.Key, StringComparer.Ordinal))
        {
            Add(setting.Key, [.. setting.OrderBy(found => found.Known.Item)]);
        }
    }

    private void Add(string key, List<Identified> found)
    {
        // What is wrong has a value without items: it is not missing.
        var first = found[0];
        var clash = found.Zip(found.Skip(1)).FirstOrDefault(pair => pair.First.Known.Item is null || pair.First.Known.Item == pair.Second.Known.Item);
        if (clash.Second is { } second)
        {
            errors.Add($"{clash.First.Entry.Name} and {second.Entry.Name} set the same thing. Remove one of them.");
        }

        values[key] = new(first.Entry, clash.Second is null ? [.. found.SelectMany(Items)] : []);
    }

    private SettingEntry[] Items(Identified found)
    {
        var (entry, known, isFile) = found;
        if ((isFile ? SettingFile.TryRead(entry, errors) : entry.Text) is not { } text)
        {
            return [];
        }

        var items = known.Item is null ? known.Setting.Split(text) : [text];
        if (items.All(string.IsNullOrWhiteSpace))
        {
            errors.Add($"{entry.Name} is empty. {(known.Setting.Default is null ? "Leave it out if there is none" : "Leave it out for the default")}.");
            return [];
        }

        return [.. items.Select(item => entry with { Text = item })];
    }

    private Identified? Identify(SettingEntry entry)
    {
        if (SettingCatalogue.Find(entry.Key) is { } known)
        {
            return new(entry, known, IsFile: false);
        }

        if (SettingFile.WithoutSuffix(entry.Key) is { } key && SettingCatalogue.Find(key) is { } held)
        {
            return new(entry, held, IsFile: true);
        }

        // A section with nothing in it, or everything commented out.
        if (entry.Text is not "" || !SettingCatalogue.IsSection(entry.Key))
        {
            errors.Add(SettingCatalogue.Unknown(entry));
        }

        return null;
    }

    private sealed record Identified(SettingEntry Entry, KnownKey Known, bool IsFile);
}
