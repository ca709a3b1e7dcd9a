using ArrFunctions.Metadata;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Audio.Rules;

/// <summary>The list <c>Audio:Rules</c>.</summary>
internal static class AudioRuleSettings
{
    private const string List = "Audio:Rules";

    private static readonly ListSetting<Glob> Path = new(
        $"{List}:{{N}}:Path", AudioSettingKinds.Glob, Default: null, "condition: patterns of paths, of which one fits");

    private static readonly ListSetting<string> Instance = new(
        $"{List}:{{N}}:Instance", SettingKinds.Slug, Default: null, "condition: names of instances, of which one manages the file");

    private static readonly ListSetting<string> Tag = new(
        $"{List}:{{N}}:Tag", AudioSettingKinds.Tag, Default: null, "condition: labels of tags at the instance, of which the movie or series has one");

    private static readonly ListSetting<SeriesType> SeriesTypes = new(
        $"{List}:{{N}}:SeriesType", SettingKinds.Choice<SeriesType>(), Default: null, "condition: `standard`, `daily` or `anime`, as Sonarr has it");

    private static readonly ListSetting<MediaKind> Kind = new(
        $"{List}:{{N}}:Kind", AudioSettingKinds.Kind, Default: null, "condition: `movie` or `series`");

    private static readonly ListSetting<LanguageTag> Languages = new(
        $"{List}:{{N}}:Languages", AudioSettingKinds.Language, Default: null, "`Audio:Languages` for these files");

    private static readonly Setting<UndeterminedPolicy> Undetermined = new(
        $"{List}:{{N}}:Undetermined", SettingKinds.Choice<UndeterminedPolicy>(), Default: null, "`Audio:Undetermined` for these files");

    private static readonly ListSetting<string> Codecs = new($"{List}:{{N}}:Codecs", AudioSettingKinds.Codec, Default: null, "`Audio:Codecs` for these files");

    private static readonly ListSetting<int> Channels = new(
        $"{List}:{{N}}:Channels", AudioSettingKinds.ChannelCount, Default: null, "`Audio:Channels` for these files");

    private static readonly ListSetting<TrackPoints> Scores = new(
        $"{List}:{{N}}:Scores", AudioSettingKinds.Score, Default: null, "`Audio:Scores` for these files");

    private static readonly Setting<bool> Skip = new($"{List}:{{N}}:Skip", SettingKinds.Switch, Default: null, "`true`: these files are left alone");

    private static readonly IReadOnlyList<Setting> Conditions = [Path, Instance, Tag, SeriesTypes, Kind];

    private static readonly IReadOnlyList<Setting> Effects = [Languages, Undetermined, Codecs, Channels, Scores, Skip];

    public static IReadOnlyList<Setting> All { get; } = [.. Conditions, .. Effects];

    public static IReadOnlyList<AudioRule> Read(SettingReader settings) => [.. settings.Places(List).Select(place => Read(settings, place))];

    /// <summary>Tells of conditions that never hold because there is no such instance.</summary>
    public static void RefuseUnknownInstances(SettingReader settings, IEnumerable<AudioRule> rules, ServarrOptions servarr)
    {
        string[] known = [.. servarr.Instances.Where(instance => instance.Service is not ServarrService.Prowlarr).Select(instance => instance.Name)];
        foreach (var rule in rules)
        {
            foreach (var unknown in rule.Instances.Except(known, StringComparer.Ordinal))
            {
                settings.Refuse($"{settings.NameOf(Instance.At(rule.Number))}: '{unknown}' is no Sonarr or Radarr. "
                    + (known is [] ? "None is configured." : $"Configured are {string.Join(", ", known)}."));
            }
        }
    }

    private static AudioRule Read(SettingReader settings, int place)
    {
        var hasSkip = settings.TryGet(Skip.At(place), out var skip);
        var rule = new AudioRule
        {
            Number = place,
            Paths = settings.Get(Path.At(place)),
            Instances = settings.Get(Instance.At(place)),
            Tags = settings.Get(Tag.At(place)),
            SeriesTypes = settings.Get(SeriesTypes.At(place)),
            Kinds = settings.Get(Kind.At(place)),
            Languages = Given(settings.Get(Languages.At(place))),
            Undetermined = settings.TryGet(Undetermined.At(place), out var undetermined) ? undetermined : null,
            Codecs = Given(settings.Get(Codecs.At(place))),
            Channels = Given(settings.Get(Channels.At(place))),
            Scores = Given(settings.Get(Scores.At(place))),
            Skip = hasSkip && skip,
        };
        Check(settings, rule);
        return rule;
    }

    private static void Check(SettingReader settings, AudioRule rule)
    {
        var (conditions, effects) = (Written(settings, Conditions, rule.Number), Written(settings, Effects, rule.Number));
        if (conditions is [])
        {
            settings.Refuse($"{effects[0]} belongs to a rule without a condition. Give it {Names(Conditions)}; what holds for every file stands in Audio itself.");
        }

        if (effects is [])
        {
            settings.Refuse($"{conditions[0]} belongs to a rule that changes nothing. Give it {Names(Effects)}.");
        }

        if (rule.Skip && effects.Count > 1)
        {
            settings.Refuse($"{effects[^1]} leaves these files alone, so {effects[0]} has nothing to change. Remove one of them.");
        }

        foreach (var (glob, name) in rule.Paths.SelectMany(glob => glob.NameLikeClasses, (glob, name) => (glob, name)))
        {
            settings.Warn($"{settings.NameOf(Path.At(rule.Number))}: in '{glob}' {name} stands for one of these letters. Write \\{name[..^1]}\\] for a folder that is called so.");
        }
    }

    private static IReadOnlyList<string> Written(SettingReader settings, IReadOnlyList<Setting> all, int place) =>
        [.. all.Select(setting => setting with { Key = SettingKey.At(setting.Key, place) }).Where(settings.Has).Select(settings.NameOf)];

    private static string Names(IReadOnlyList<Setting> settings)
    {
        var names = settings.Select(setting => setting.Key.Split(':')[^1]).ToList();
        return $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
    }

    private static IReadOnlyList<T>? Given<T>(IReadOnlyList<T> values) => values.Count > 0 ? values : null;
}
