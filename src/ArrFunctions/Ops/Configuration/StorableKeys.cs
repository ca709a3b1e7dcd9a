namespace ArrFunctions.Ops.Configuration;

/// <summary>Which settings can be stored.</summary>
internal static class StorableKeys
{
    /// <summary>With the first the stored secrets are read. The others have to fit <c>--urls</c>, or the service does not start, and nobody could take them back over HTTP.</summary>
    private static readonly string[] NotStored = ["Access:SecretKey", "Http:Certificate:Path", "Http:Certificate:KeyPath", "Http:Certificate:Password"];

    /// <summary>Stored entries of a list begin here, far behind those of the file, whose places change when somebody adds one.</summary>
    public const int FirstPlace = 500;

    /// <summary>Whether a value of this setting can be stored.</summary>
    public static bool Has(KnownKey known, ConfigurationSources sources) => known.Item is null && !IsNeededBefore(known, sources) && !IsPlaceOfFile(known);

    public static IReadOnlyDictionary<KnownKey, IReadOnlyList<string>?> Of(
        IReadOnlyDictionary<string, IReadOnlyList<string>?> wanted, ConfigurationSources sources, Findings findings)
    {
        var named = new Dictionary<KnownKey, IReadOnlyList<string>?>();
        if (wanted.Count > ConfigurationChange.MostSettings)
        {
            findings.Refuse("tooMany", $"{wanted.Count} settings are more than the {ConfigurationChange.MostSettings} that can be changed at once.");
            return named;
        }

        foreach (var (key, texts) in wanted)
        {
            var entry = new SettingEntry(SettingSource.Stored, key, "stored", Text: null);
            if (SettingCatalogue.Find(key) is not { } known)
            {
                findings.Refuse("unknownSetting", Objection(entry), entry);
            }
            else if (known.Item is not null)
            {
                findings.Refuse("wholeList", $"{key} is one value of a list. Set {known.Key} with all of its values.", entry);
            }
            else if (IsNeededBefore(known, sources))
            {
                findings.Refuse("notStorable", $"{known.Key} cannot be stored: without it the service does not start, or cannot read what is stored. Set {SettingKey.ToVariable(known.Key)} in the environment.", entry);
            }
            else if (texts is not null && IsPlaceOfFile(known))
            {
                findings.Refuse(
                    "placeOfFile",
                    $"{known.Key} cannot be stored: places below {FirstPlace} are for config.yaml and the environment, and half an entry of each would get the URL of one and the key of another. Add an entry of its own: {SettingKey.At(known.Setting.Key, FirstPlace)}.",
                    entry);
            }
            else if (!named.TryAdd(known, texts is [var single] && known.Setting.IsList ? known.Setting.Split(single) : texts))
            {
                findings.Refuse("setTwice", $"{known.Key} is named twice. Remove one of them.", entry);
            }
        }

        return named;
    }

    /// <summary>Whether it has to be known before what is stored can be read, or the service listens.</summary>
    private static bool IsNeededBefore(KnownKey known, ConfigurationSources sources) => sources.IsReadByHost(known.Key) || NotStored.Contains(known.Key, StringComparer.Ordinal);

    private static bool IsPlaceOfFile(KnownKey known) => SettingKey.PlaceOf(known.Key) is < FirstPlace;

    /// <summary>A file that is named by a caller of the API is not read: its content would be theirs.</summary>
    private static string Objection(SettingEntry entry) => SettingFile.WithoutSuffix(entry.Key) is { } held && SettingCatalogue.Find(held) is { } known
        ? $"{entry.Key} cannot be stored. Set {known.Key} itself, or name the file in config.yaml or the environment."
        : SettingCatalogue.Unknown(entry);
}
