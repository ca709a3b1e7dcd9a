using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Audio.Rewrites;

/// <summary>The section <c>Audio:Fallback</c>, and how long originals are kept.</summary>
internal static class RewriteSettings
{
    private static readonly Setting<bool> Enabled = new(
        "Audio:Fallback:Enabled", SettingKinds.Switch, "true", "write a new file where the default track cannot be set in place");

    private static readonly ListSetting<RewriteTool> Tools = new(
        "Audio:Fallback:Tools", SettingKinds.Choice<RewriteTool>(), "mkvpropedit,mkvmerge,ffmpeg", "programs that may be used, in this order");

    private static readonly Setting<long> MaxGrowth = new(
        "Audio:Fallback:MaxGrowth", SettingKinds.Size("0", "1GiB"), "64KiB", "how much longer mkvpropedit may make a file");

    private static readonly Setting<MovedHeaderPolicy> MovedHeader = new(
        "Audio:Fallback:MovedHeader", SettingKinds.Choice<MovedHeaderPolicy>(), "refuse", "whether headers may end up behind the media");

    private static readonly Setting<TimeSpan> Timeout = new(
        "Audio:Fallback:Timeout", SettingKinds.Duration("1m", "7d"), "6h", "how long a program may take for one file");

    private static readonly Setting<TimeSpan> KeepOriginal = new(
        "Audio:KeepOriginal", SettingKinds.Duration("0s", "365d"), "0s", "how long the file as it was is kept when a new one takes its place");

    public static IReadOnlyList<Setting> All { get; } = [Enabled, Tools, MaxGrowth, MovedHeader, Timeout, KeepOriginal];

    public static RewriteOptions Read(SettingReader settings) => new()
    {
        Enabled = settings.Get(Enabled),
        Tools = settings.Get(Tools),
        MaxGrowth = settings.Get(MaxGrowth),
        MovedHeader = settings.Get(MovedHeader),
        Timeout = settings.Get(Timeout),
        KeepOriginal = settings.Get(KeepOriginal),
    };
}
