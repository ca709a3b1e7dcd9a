using System.Collections;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;

namespace ArrFunctions.FunctionApp;

/// <summary>The configuration of the product, out of the settings of the app and, if there is one, <c>config.yaml</c> in the data folder.</summary>
internal static class AppConfiguration
{
    public const string FileName = "config.yaml";

    /// <summary>The host reads these itself, out of the settings of the app alone, to know what its triggers listen to.</summary>
    private static readonly string[] ReadByTriggers = ["Jobs:Queues:", "Batches:Queue", "Schedules:"];

    /// <exception cref="InvalidOperationException">Something in it is wrong; the message has a sentence for each thing.</exception>
    public static async Task<ConfigurationResult.Valid> ReadAsync(string dataFolder, IReadOnlyDictionary<string, string> environment, ITableStore? tables)
    {
        var sources = new ConfigurationSources
        {
            File = Path.Combine(dataFolder, FileName),
            IsFileOptional = true,
            Environment = environment,
            ReadByHost = ReadByTriggers,
        };
        return await ConfigurationStart.ReadAsync(sources, tables, dataFolder, CancellationToken.None) switch
        {
            ConfigurationResult.Valid valid => valid,
            ConfigurationResult.Invalid invalid => throw new InvalidOperationException(string.Join(Environment.NewLine, invalid.Errors)),
            var result => throw new InvalidOperationException($"Unknown result {result}."),
        };
    }

    public static IReadOnlyDictionary<string, string> Variables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal);
}
