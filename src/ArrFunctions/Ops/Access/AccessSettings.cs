using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Ops.Access;

/// <summary>The section <c>Access</c>.</summary>
internal static class AccessSettings
{
    private static readonly Setting<int> Failures = new(
        "Access:Failures", SettingKinds.Integer(1, 1_000_000), "20", "wrong keys of one client within a minute that are answered with 401; further ones get 429, and a right one is let in at any time");

    private static readonly Setting<int> BatchPerMinute = new(
        "Access:BatchPerMinute", SettingKinds.Integer(1, 1_000_000), "10", "batches that one key may begin within a minute");

    private static readonly Setting<string> SecretKey = new(
        "Access:SecretKey", SettingKinds.Hidden("is not 32 bytes in base64; make one with openssl rand -base64 32", Access.SecretKey.IsKey), Default: null,
        "what stored secrets are encrypted with: 32 bytes in base64; without it, a key that is made in the data folder");

    private static readonly Setting<TimeSpan> SessionIdle = new(
        "Access:SessionIdle", SettingKinds.Duration("5m", "365d"), "7d", "a session of the dashboard that was not used for so long ends");

    private static readonly Setting<TimeSpan> SessionLifetime = new(
        "Access:SessionLifetime", SettingKinds.Duration("5m", "365d"), "30d", "a session of the dashboard ends then, however much it is used");

    public static IReadOnlyList<Setting> All { get; } = [Failures.Live(), BatchPerMinute, SecretKey, SessionIdle.Live(), SessionLifetime.Live()];

    public static AccessOptions Read(SettingReader settings) => new()
    {
        Failures = settings.Get(Failures),
        BatchPerMinute = settings.Get(BatchPerMinute),
        SecretKey = settings.Get(SecretKey),
        SessionIdle = settings.Get(SessionIdle),
        SessionLifetime = settings.Get(SessionLifetime),
    };
}
