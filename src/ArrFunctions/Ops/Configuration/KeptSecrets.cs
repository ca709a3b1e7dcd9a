namespace ArrFunctions.Ops.Configuration;

/// <summary>Stored keys that a change would send to somebody else: an entry of a list gets the URL of another server, and keeps its key.</summary>
internal static class KeptSecrets
{
    public static void Refuse(IReadOnlyDictionary<KnownKey, IReadOnlyList<string>?> named, StoredValues before, Findings findings)
    {
        foreach (var (known, texts) in named)
        {
            if (SettingKey.EntryOf(known.Key) is { } entry && known.Key == $"{entry}:Url" && texts is [var text]
                && before.Texts.GetValueOrDefault(known.Key) is [var old] && !IsSameServer(old, text)
                && Kept(entry, named, before) is { } secret)
            {
                findings.Refuse(
                    "keyNeeded",
                    $"{known.Key} would be that of another server, and {secret}, which is saved, is sent to no new one. Set both together.",
                    new SettingEntry(SettingSource.Stored, known.Key, "stored", Text: null));
            }
        }
    }

    /// <summary>Whether scheme, host and port are the same.</summary>
    public static bool IsSameServer(string? one, string? other) =>
        Uri.TryCreate(one?.Trim(), UriKind.Absolute, out var left) && Uri.TryCreate(other?.Trim(), UriKind.Absolute, out var right)
        && Uri.Compare(left, right, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static string? Kept(string entry, IReadOnlyDictionary<KnownKey, IReadOnlyList<string>?> named, StoredValues before) => before.Texts.Keys
        .FirstOrDefault(key => key.StartsWith($"{entry}:", StringComparison.Ordinal) && SettingCatalogue.Find(key) is { Setting.IsSecret: true } secret && !named.ContainsKey(secret));
}
