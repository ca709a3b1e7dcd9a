using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Audio.Rules;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Audio;

/// <summary>The section <c>Audio</c>.</summary>
internal static class AudioSettings
{
    public const string LanguagesKey = "Audio:Languages";

    private static readonly ListSetting<LanguageTag> Languages = new(
        LanguagesKey, AudioSettingKinds.Language, "eng", "languages after the original one, the most wanted first");

    private static readonly Setting<UndeterminedPolicy> Undetermined = new(
        "Audio:Undetermined", SettingKinds.Choice<UndeterminedPolicy>(), "ignore", "what a track without a language counts as");

    private static readonly ListSetting<string> Codecs = new("Audio:Codecs", AudioSettingKinds.Codec, Default: null, "preferred codecs between tracks of one language");

    private static readonly ListSetting<int> Channels = new(
        "Audio:Channels", AudioSettingKinds.ChannelCount, Default: null, "preferred channels between tracks of one language and codec");

    private static readonly ListSetting<TrackPoints> Scores = new(
        "Audio:Scores", AudioSettingKinds.Score, Default: null, "points for tracks with a trait");

    private static readonly Setting<string> SkipTag = new(
        "Audio:SkipTag", AudioSettingKinds.Tag, "arrfunctions-ignore", "label of the tag in Sonarr and Radarr whose movies and series are left alone");

    private static readonly Setting<long> MaxFileSize = new(
        "Audio:MaxFileSize", SettingKinds.Size("1MB", "1000TB"), Default: null, "files larger than this are left alone");

    private static readonly Setting<bool> SkipIfCorrect = new(
        "Audio:SkipIfCorrect", SettingKinds.Switch, "true", "leave a file alone whose chosen track is the only default one already");

    private static readonly ListSetting<string> Roots = new(
        "Audio:Roots", SettingKinds.AbsolutePath, Default: null, "folders outside which nothing is touched");

    private static readonly Setting<HardlinkPolicy> Hardlinks = new(
        "Audio:HardlinkPolicy", SettingKinds.Choice<HardlinkPolicy>(), "defer", "what to do with a file that has several names (hard links)");

    private static readonly Setting<bool> AllowHardlinkEdits = new(
        "Audio:AllowHardlinkEdits", SettingKinds.Switch, "false", "second key of `allow`: without it `allow` is `defer`");

    private static readonly Setting<bool> KeepModifiedTime = new(
        "Audio:KeepModifiedTime", SettingKinds.Switch, "false", "put the modification time back after a fix; media servers look again by it");

    private static readonly Setting<bool> DryRun = new("Audio:DryRun", SettingKinds.Switch, "true", "plan, and write nothing");

    private static readonly Setting<AlternateGroupPolicy> AlternateGroup = new(
        "Audio:Mp4:AlternateGroup", SettingKinds.Choice<AlternateGroupPolicy>(), "set", "MP4 audio tracks that are no alternatives of each other");

    public static IReadOnlyList<Setting> All { get; } =
    [
        Languages, Undetermined, Codecs, Channels, Scores, SkipTag, MaxFileSize, SkipIfCorrect, Roots, Hardlinks, AllowHardlinkEdits, KeepModifiedTime,
        DryRun, AlternateGroup, .. RewriteSettings.All, .. AudioRuleSettings.All,
    ];

    public static AudioOptions Read(SettingReader settings) => new()
    {
        Languages = settings.Get(Languages),
        Undetermined = settings.Get(Undetermined),
        Codecs = settings.Get(Codecs),
        Channels = settings.Get(Channels),
        Scores = settings.Get(Scores),
        SkipTag = settings.Get(SkipTag) is var tag && AudioSettingKinds.IsNone(tag) ? null : tag,
        MaxFileSize = settings.TryGet(MaxFileSize, out var size) ? size : null,
        SkipIfCorrect = settings.Get(SkipIfCorrect),
        Roots = settings.Get(Roots),
        HardlinkPolicy = settings.Get(Hardlinks),
        AllowHardlinkEdits = settings.Get(AllowHardlinkEdits),
        KeepModifiedTime = settings.Get(KeepModifiedTime),
        DryRun = settings.Get(DryRun),
        AlternateGroup = settings.Get(AlternateGroup),
        Rewrites = RewriteSettings.Read(settings),
        Rules = AudioRuleSettings.Read(settings),
    };
}
