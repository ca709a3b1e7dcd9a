using ArrFunctions.Servarr;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Keys that a change would send to somebody else: an address becomes that of another server, and the keys that are sent there stay.</summary>
internal static class KeptSecrets
{
    /// <summary>The secrets that are sent to an address which is no entry of a list.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> SentTo = Enum.GetValues<ServarrService>()
        .ToDictionary(FlatInstance.KeyOf, static service => (IReadOnlyList<string>)[FlatInstance.ApiKeyOf(service)], StringComparer.Ordinal)
        .Append(new("Tmdb:Url", ["Tmdb:AccessToken", "Tmdb:ApiKey", "TMDB_API_KEY"]))
        .Append(new("Otlp:Endpoint", ["Otlp:Headers"]))
        .ToDictionary(StringComparer.Ordinal);

    /// <param name="named">What is to be changed.</param>
    /// <param name="before">What is stored.</param>
    /// <param name="layers">What all sources say.</param>
    /// <param name="findings">Where it is told.</param>
    public static void Refuse(IReadOnlyDictionary<KnownKey, IReadOnlyList<string>?> named, StoredValues before, SettingLayers layers, Findings findings)
    {
        foreach (var (known, texts) in named)
        {
            if (texts is [var text] && SecretsOf(known.Key, before) is { Count: > 0 } secrets && !IsSameServer(Old(known, before, layers), text)
                && secrets.Select(secret => Kept(secret, named, before, layers)).FirstOrDefault(static kept => kept is not null) is { } kept)
            {
                findings.Refuse(
                    "keyNeeded",
                    $"{known.Key} would be that of another server, and {kept}",
                    new SettingEntry(SettingSource.Stored, known.Key, "stored", Text: null));
            }
        }
    }

    /// <summary>Whether scheme, host and port are the same.</summary>
    public static bool IsSameServer(string? one, string? other) =>
        Uri.TryCreate(one?.Trim(), UriKind.Absolute, out var left) && Uri.TryCreate(other?.Trim(), UriKind.Absolute, out var right)
        && Uri.Compare(left, right, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static IReadOnlyList<string> SecretsOf(string key, StoredValues before) =>
        SettingKey.EntryOf(key) is not { } entry ? SentTo.GetValueOrDefault(key, [])
        : key == $"{entry}:Url" && before.Texts.ContainsKey(key)
            ? [.. before.Texts.Keys.Where(own => own.StartsWith($"{entry}:", StringComparison.Ordinal) && SettingCatalogue.Find(own) is { Setting.IsSecret: true })]
        : [];

    /// <summary>What is stored, or else what holds without it.</summary>
    private static string? Old(KnownKey known, StoredValues before, SettingLayers layers) =>
        before.Texts.GetValueOrDefault(known.Key) is [var stored] ? stored
        : layers.Texts(known.Key, known.Setting) is [var other] ? other
        : null;

    /// <summary>Why a secret would be sent there; null: there is none, or it is set in the same change.</summary>
    private static string? Kept(string secret, IReadOnlyDictionary<KnownKey, IReadOnlyList<string>?> named, StoredValues before, SettingLayers layers) =>
        layers.Find(secret) is { Entry: { Source: > SettingSource.Stored } entry } ? $"{entry.Name} is sent to no new one. Set the address where that is set."
        : before.Texts.ContainsKey(secret) && !named.Keys.Any(known => known.Key == secret) ? $"{secret}, which is saved, is sent to no new one. Set both together."
        : null;
}
