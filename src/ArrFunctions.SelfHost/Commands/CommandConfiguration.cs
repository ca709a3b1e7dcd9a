using System.Collections;
using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Logging.Abstractions;

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
        var result = ReadStored(
            Sources(parsed.GetValue(config), parsed.GetRequiredValue(data)) with { Flags = flag is null ? [] : [new("--language", AudioSettings.LanguagesKey, flag)] },
            parsed.GetRequiredValue(data));
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

    /// <summary>The file that is named, which has to be there; else the one of the data folder, if it is there; and the environment.</summary>
    public static ConfigurationSources Sources(string? named, string dataFolder) => new()
    {
        File = named is not null ? Path.GetFullPath(named) : Path.Combine(Path.GetFullPath(dataFolder), FileName),
        IsFileOptional = named is null,
        Environment = Variables(),
    };

    /// <summary>With what is stored in the data folder. Where there is no state, none is made; one that a service has open can be read beside it.</summary>
    [SuppressMessage("Usage", "VSTHRD002:Avoid problematic synchronous waits", Justification = "A command reads its configuration before it does anything else, and there is no context to block.")]
    public static ConfigurationResult ReadStored(ConfigurationSources sources, string dataFolder) =>
        Task.Run(() => ReadStoredAsync(sources, Path.GetFullPath(dataFolder))).GetAwaiter().GetResult();

    /// <summary>Without what is stored in the data folder, for a command that must not open the state: it may be damaged, or of another version.</summary>
    /// <exception cref="SettingException">Something in it is wrong.</exception>
    public static ConfigurationResult.Valid ReadWithoutState(ParseResult parsed, Option<string?> config, Option<string> data) =>
        ConfigurationReader.Read(Sources(parsed.GetValue(config), parsed.GetRequiredValue(data))) switch
        {
            ConfigurationResult.Valid valid => valid,
            ConfigurationResult.Invalid invalid => throw new SettingException(invalid.Errors),
            var result => throw new InvalidOperationException($"Unknown result {result}."),
        };

    private static async Task<ConfigurationResult> ReadStoredAsync(ConfigurationSources sources, string dataFolder)
    {
        var options = new SqliteOptions { Folder = dataFolder };
        if (!options.HasState)
        {
            return ConfigurationReader.Read(sources);
        }

        try
        {
            await using var file = SqliteStateFile.Open(options, NullLogger<SqliteStateFile>.Instance);
            return await ConfigurationStart.ReadAsync(sources, new SqliteTableStore(file), dataFolder, CancellationToken.None);
        }
        catch (StoreException failure)
        {
            // The command meets the same where it needs the state, and tells it there.
            var result = ConfigurationReader.Read(sources);
            return result with { Findings = [new(FindingSeverity.Warning, "storedUnreadable", $"What was set at run time cannot be read: {failure.Message}"), .. result.Findings] };
        }
    }

    /// <summary>The whole environment.</summary>
    public static Dictionary<string, string> Variables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal);
}
