using System.Collections;
using System.CommandLine;
using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>The configuration as commands find it: the file, the environment, and their own options.</summary>
internal static class CommandConfiguration
{
    public const string FileName = "config.yaml";

    /// <summary>The valid configuration; warnings go to the user.</summary>
    /// <exception cref="SettingException">Something in it is wrong.</exception>
    public static ConfigurationResult.Valid Read(ParseResult parsed, Option<string?> config, Option<string> data, Option<string?>? language = null)
    {
        var flag = language is null ? null : parsed.GetValue(language);
        var result = ConfigurationReader.Read(new()
        {
            File = FilePath(parsed.GetValue(config), parsed.GetRequiredValue(data)),
            Environment = Variables(),
            Flags = flag is null ? [] : [new("--language", AudioSettings.LanguagesKey, flag)],
        });
        foreach (var warning in result.Warnings)
        {
            Terminal.Error($"Warning: {warning}");
        }

        return result switch
        {
            ConfigurationResult.Valid valid => flag is null ? valid : WithoutLanguagesOfRules(valid),
            ConfigurationResult.Invalid invalid => throw new SettingException(invalid.Errors),
            _ => throw new InvalidOperationException($"Unknown result {result}."),
        };
    }

    /// <exception cref="SettingException">It is no language.</exception>
    public static LanguageTag? OriginalLanguage(string? text) => AudioSettingKinds.TryReadOriginalLanguage(text, out var language)
        ? language
        : throw new SettingException($"--original-language: '{text}' {AudioSettingKinds.Language.Complaint}.");

    /// <summary>What is named on the command line wins over the rules too.</summary>
    private static ConfigurationResult.Valid WithoutLanguagesOfRules(ConfigurationResult.Valid valid)
    {
        var audio = valid.Options.Audio;
        return valid with { Options = valid.Options with { Audio = audio with { Rules = [.. audio.Rules.Select(rule => rule with { Languages = null })] } } };
    }

    /// <summary>The file that is named, which has to be there; else the one of the data folder, if it is there.</summary>
    private static string? FilePath(string? named, string dataFolder)
    {
        var usual = Path.Combine(Path.GetFullPath(dataFolder), FileName);
        return named is not null ? Path.GetFullPath(named) : Path.Exists(usual) ? usual : null;
    }

    private static Dictionary<string, string> Variables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal);
}
