using ArrFunctions.Audio.Rules;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Whether codes of languages, of which any three letters can be one, are known.</summary>
internal static class LanguageChecks
{
    public static void Run(ConfigurationResult.Valid valid, Findings findings)
    {
        foreach (var item in valid.Layers.Keys.SelectMany(key => valid.Layers.Find(key)!.Items.Where(item => Read(key, item.Text!) is { } tag && !Iso639.IsKnown(tag.Language))))
        {
            var meant = LanguageSpelling.Nearest(item.Text!) is { } near ? $" Did you mean {near}?" : "";
            findings.Warn("unknownLanguage", $"{item.Name}: '{item.Text!.Trim()}' is the code of no language that is known here, and is compared as it is written.{meant}", item);
        }
    }

    private static LanguageTag? Read(string key, string text) => SettingCatalogue.Find(key)?.Setting switch
    {
        ListSetting<LanguageTag> or Setting<LanguageTag> => LanguageTag.TryParse(text, out var tag) ? tag : null,
        ListSetting<TrackPoints> => TrackPoints.TryRead(text, out var points) && points.Trait is TrackTrait.Language language ? language.Tag : null,
        _ => null,
    };
}
