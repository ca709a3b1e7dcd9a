using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Metadata.Tmdb;

/// <summary>The section <c>Tmdb</c>, and the flat name that the ecosystem uses (<c>TMDB_API_KEY</c>).</summary>
internal static class TmdbSettings
{
    private static readonly Setting<bool> Enabled = new(
        "Tmdb:Enabled", SettingKinds.Switch, "true", "ask TMDB for an original language that neither the event nor Sonarr or Radarr tells");

    private static readonly Setting<string> AccessToken = new(
        "Tmdb:AccessToken", SettingKinds.ApiKey, Default: null, "API read access token of TMDB; without it and without a key, TMDB is not asked");

    private static readonly Setting<string> ApiKey = new(
        "Tmdb:ApiKey", SettingKinds.ApiKey, Default: null, "API key of TMDB, for those who have no access token");

    private static readonly Setting<string> FlatKey = new(
        "TMDB_API_KEY", SettingKinds.ApiKey, Default: null, "API key or access token of TMDB, where neither setting of the section is there");

    private static readonly Setting<Uri> Url = new(
        "Tmdb:Url", SettingKinds.Url, "https://api.themoviedb.org/3", "where TMDB is asked; another one is a mirror, which gets the key");

    private static readonly Setting<TimeSpan> CacheFor = new(
        "Tmdb:CacheFor", SettingKinds.Duration("1h", "3650d"), "30d", "how long an answer of TMDB is believed before it is asked again");

    public static IReadOnlyList<Setting> All { get; } = [Enabled, AccessToken, ApiKey, FlatKey, Url, CacheFor];

    public static TmdbOptions Read(SettingReader settings)
    {
        // All are read in any case, so that all are shown and all errors are told.
        var (token, key, flat) = (settings.Get(AccessToken), settings.Get(ApiKey), settings.Get(FlatKey));
        key ??= token is null ? flat : null;
        return new()
        {
            IsEnabled = settings.Get(Enabled),
            AccessToken = token ?? (IsToken(key) ? key : null),
            ApiKey = IsToken(key) ? null : key,
            Url = settings.Get(Url),
            CacheFor = settings.Get(CacheFor),
        };
    }

    /// <summary>A token is a JWT: the base64 of <c>{"</c> begins it. It is often put where a key is asked for.</summary>
    private static bool IsToken(string? key) => key?.StartsWith("eyJ", StringComparison.Ordinal) is true;
}
