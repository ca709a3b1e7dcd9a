namespace ArrFunctions.Ops.Configuration;

/// <summary>The values of all sources, put on top of each other.</summary>
internal sealed class SettingLayers(Findings findings)
{
    private readonly Dictionary<string, SettingValue> values = new(StringComparer.Ordinal);

    /// <summary>The keys that have a value.</summary>
    public IReadOnlyCollection<string> Keys => values.Keys;

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

    /// <summary>Those of this one whose keys are wanted, and the others of another one.</summary>
    public SettingLayers Mix(Func<string, bool> isWanted, SettingLayers other)
    {
        var mixed = new SettingLayers(new());
        foreach (var (key, value) in values.Where(own => isWanted(own.Key)).Concat(other.values.Where(foreign => !isWanted(foreign.Key))))
        {
            mixed.values[key] = value;
        }

        return mixed;
    }

    /// <summary>What a setting holds, as it is written; the default where nothing is.</summary>
    public IReadOnlyList<string> Texts(string key, Setting setting) =>
        Find(key) is { } value ? [.. value.Items.Select(static item => item.Text!.Trim())]
        : setting.Default is { } standard ? setting.Split(standard)
        : [];

    /// <summary>The value that a sentence begins with.</summary>
    public SettingEntry? About(string sentence) =>
        values.Values.Select(static value => value.Entry).Where(entry => sentence.StartsWith(entry.Name, StringComparison.Ordinal)).MaxBy(static entry => entry.Name.Length)
        ?? (sentence.Split(' ', 2)[0] is var first && SettingCatalogue.Find(first) is { Key: var key } ? new(SettingSource.Default, key, key, Text: null) : null);

    private void Add(string key, List<Identified> found)
    {
        // What is wrong has a value without items: it is not missing.
        var first = found[0];
        var clash = found.Zip(found.Skip(1)).FirstOrDefault(pair => pair.First.Known.Item is null || pair.First.Known.Item == pair.Second.Known.Item);
        if (clash.Second is { } second)
        {
            findings.Refuse("setTwice", $"{clash.First.Entry.Name} and {second.Entry.Name} set the same thing. Remove one of them.", second.Entry);
        }

        values[key] = new(first.Entry, clash.Second is null ? [.. found.SelectMany(Items)] : []);
    }

    private SettingEntry[] Items(Identified found)
    {
        var (entry, known, isFile) = found;
        if ((isFile ? SettingFile.TryRead(entry, findings) : entry.Text) is not { } text)
        {
            return [];
        }

        var items = known.Item is null ? known.Setting.Split(text) : [text];
        if (items.All(string.IsNullOrWhiteSpace))
        {
            findings.Refuse("empty", $"{entry.Name} is empty. {(known.Setting.Default is null ? "Leave it out if there is none" : "Leave it out for the default")}.", entry);
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
            findings.Refuse("unknownSetting", SettingCatalogue.Unknown(entry), entry);
        }

        return null;
    }

    private sealed record Identified(SettingEntry Entry, KnownKey Known, bool IsFile);
}
