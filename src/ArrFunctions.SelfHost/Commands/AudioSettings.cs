using System.Globalization;
using ArrFunctions.Audio;
using ArrFunctions.Audio.Languages;
using Microsoft.Extensions.Configuration;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>Reads the audio options: defaults, then the environment (<c>Audio__HardlinkPolicy=skip</c>), then flags.</summary>
internal static class AudioSettings
{
    private static readonly HashSet<string> Known = new(
        ["Languages", "Undetermined", "Codecs", "Channels", "Roots", "HardlinkPolicy", "AllowHardlinkEdits", "KeepModifiedTime", "Mp4:AlternateGroup"],
        StringComparer.OrdinalIgnoreCase);

    public static IConfiguration Environment { get; } = new ConfigurationBuilder().AddEnvironmentVariables().Build();

    /// <exception cref="SettingException">A value means nothing.</exception>
    public static AudioOptions Read(IConfiguration configuration, string? languages = null)
    {
        var audio = configuration.GetSection("Audio");
        RefuseUnknown(audio);
        var defaults = new AudioOptions();
        return defaults with
        {
            Languages = List(languages ?? audio["Languages"], languages is null ? "Audio__Languages" : "--language", Language) ?? defaults.Languages,
            Undetermined = Choice(audio, "Undetermined", defaults.Undetermined),
            Codecs = List(audio["Codecs"], "Audio__Codecs", static (codec, _) => codec.ToLowerInvariant()) ?? defaults.Codecs,
            Channels = List(audio["Channels"], "Audio__Channels", ChannelCount) ?? defaults.Channels,
            Roots = List(audio["Roots"], "Audio__Roots", Root) ?? defaults.Roots,
            HardlinkPolicy = Choice(audio, "HardlinkPolicy", defaults.HardlinkPolicy),
            AllowHardlinkEdits = Switch(audio, "AllowHardlinkEdits", defaults.AllowHardlinkEdits),
            KeepModifiedTime = Switch(audio, "KeepModifiedTime", defaults.KeepModifiedTime),
            AlternateGroup = Choice(audio.GetSection("Mp4"), "AlternateGroup", defaults.AlternateGroup),
        };
    }

    /// <summary>A language as a person or an *arr names it; null for "Any", "Original" and "Unknown", which are no answer.</summary>
    public static LanguageTag? OriginalLanguage(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        null or "ANY" or "ORIGINAL" or "UNKNOWN" => null,
        _ => Language(text, "--original-language"),
    };

    private static LanguageTag Language(string text, string name) => LanguageTag.TryParse(text, out var tag)
        ? tag
        : throw new SettingException($"{name}: '{text}' is no language. Write a code (ja, jpn, pt-BR) or an English name (Japanese).");

    /// <summary>A number of channels, or the way people write it: 5.1 is 6.</summary>
    private static int ChannelCount(string text, string name)
    {
        var parts = text.Split('.');
        var counts = Array.ConvertAll(parts, part => int.TryParse(part, CultureInfo.InvariantCulture, out var count) && count is >= 0 and <= 64 ? count : -1);
        return parts.Length <= 3 && !counts.Contains(-1) && counts.Sum() > 0
            ? counts.Sum()
            : throw new SettingException($"{name}: '{text}' is no number of channels. Write 2, 6 or 5.1.");
    }

    private static string Root(string text, string name) => Path.IsPathFullyQualified(text)
        ? text
        : throw new SettingException($"{name}: '{text}' is no absolute path.");

    private static List<T>? List<T>(string? text, string name, Func<string, string, T> read)
    {
        var items = text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(item => read(item, name)).ToList();
        return items is [] ? throw new SettingException($"{name}: the list is empty. Leave it out for the default.") : items;
    }

    /// <summary>A setting with a typing error would silently do nothing.</summary>
    private static void RefuseUnknown(IConfigurationSection audio)
    {
        var unknown = audio.AsEnumerable().FirstOrDefault(setting => setting.Value is not null && !Known.Contains(setting.Key[(setting.Key.IndexOf(':', StringComparison.Ordinal) + 1)..]));
        if (unknown.Key is not null)
        {
            throw new SettingException($"{Variable(unknown.Key)} is no setting. The settings of this section are {string.Join(", ", Known.Order(StringComparer.Ordinal).Select(key => Variable($"Audio:{key}")))}.");
        }
    }

    private static T Choice<T>(IConfigurationSection section, string key, T otherwise)
        where T : struct, Enum
    {
        if (section[key] is not { } text)
        {
            return otherwise;
        }

        return Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(text, ignoreCase: true)
            : throw new SettingException($"{Name(section, key)}: '{text}' is none of {string.Join(", ", Enum.GetNames<T>().Select(Camel))}.");
    }

    private static bool Switch(IConfigurationSection section, string key, bool otherwise) => section[key] switch
    {
        null => otherwise,
        var text => bool.TryParse(text, out var value) ? value : throw new SettingException($"{Name(section, key)}: '{text}' is neither true nor false."),
    };

    private static string Name(IConfigurationSection section, string key) => Variable($"{section.Path}:{key}");

    private static string Variable(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
