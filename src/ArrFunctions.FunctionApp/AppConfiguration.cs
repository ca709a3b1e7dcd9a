using System.Collections;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.FunctionApp;

/// <summary>The configuration of the product, out of the settings of the app and, if there is one, <c>config.yaml</c> in the data folder.</summary>
internal static class AppConfiguration
{
    public const string FileName = "config.yaml";

    /// <summary>The host reads these itself, out of the settings of the app alone, to know what its triggers listen to.</summary>
    private static readonly string[] ReadByTriggers = ["Jobs:Queues:", "Batches:Queue", "Schedules:"];

    /// <exception cref="InvalidOperationException">Something in it is wrong; the message has a sentence for each thing.</exception>
    public static ConfigurationResult.Valid Read(string dataFolder, IReadOnlyDictionary<string, string> environment)
    {
        var file = Path.Combine(dataFolder, FileName);
        var result = ConfigurationReader.Read(new() { File = File.Exists(file) ? file : null, Environment = environment });
        IReadOnlyList<string> errors = result switch
        {
            ConfigurationResult.Invalid invalid => invalid.Errors,
            ConfigurationResult.Valid valid => [.. valid.Settings.Where(IsMisplaced).Select(setting => Sentence(setting, file))],
            _ => throw new InvalidOperationException($"Unknown result {result}."),
        };
        return errors is [] ? (ConfigurationResult.Valid)result : throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
    }

    public static IReadOnlyDictionary<string, string> Variables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal);

    private static bool IsMisplaced(ShownSetting setting) =>
        setting.Source is SettingSource.File && ReadByTriggers.Any(prefix => setting.Key.StartsWith(prefix, StringComparison.Ordinal));

    private static string Sentence(ShownSetting setting, string file) =>
        $"{setting.Key} is set in {file}, where the triggers of the Functions host do not see it. Set {setting.Key.Replace(":", "__", StringComparison.Ordinal)} as an app setting instead.";
}
