using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Webhooks;

/// <summary>The section <c>Webhooks</c>.</summary>
internal static class WebhookSettings
{
    private static readonly Setting<long> MaxBody = new(
        "Webhooks:MaxBody", SettingKinds.Size("1KiB", "64MiB"), "1MiB", "largest body of a webhook that is read");

    private static readonly Setting<string> Secret = new(
        "Webhooks:Secret", SettingKinds.Secret, Default: null, "shared secret of senders that sign their requests; without one, signatures are not accepted");

    public static IReadOnlyList<Setting> All { get; } = [MaxBody, Secret];

    public static WebhookOptions Read(SettingReader settings) => new()
    {
        MaxBody = (int)settings.Get(MaxBody),
        Secret = settings.Get(Secret),
    };
}
