using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Ops.Metrics;

/// <summary>The section <c>Metrics</c>.</summary>
internal static class MetricsSettings
{
    private static readonly Setting<bool> Enabled = new(
        "Metrics:Enabled", SettingKinds.Switch, "true", "false: nothing is measured, and `/metrics` is not there");

    private static readonly Setting<string> Prefix = new(
        "Metrics:Prefix",
        SettingKinds.Text("is no prefix: lower-case letters, digits and single underscores, 1 to 40, a letter first", IsPrefix),
        "arrfunctions",
        "what the names of metrics begin with; `arrtheaudio` gives the names that dashboards of ArrTheAudio know");

    public static IReadOnlyList<Setting> All { get; } = [Enabled, Prefix];

    public static MetricsOptions Read(SettingReader settings) => new() { IsEnabled = settings.Get(Enabled), Prefix = settings.Get(Prefix) ?? "arrfunctions" };

    private static bool IsPrefix(string text) => text is { Length: > 0 and <= 40 } && char.IsAsciiLetterLower(text[0])
        && text.Split('_').All(static part => part.Length > 0 && part.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)));
}
