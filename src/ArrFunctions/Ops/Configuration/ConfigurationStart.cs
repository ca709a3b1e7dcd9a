using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Reads the configuration at the start of a host or a command, with what is stored.</summary>
internal static class ConfigurationStart
{
    private const string KeySetting = "Access:SecretKey";

    /// <param name="sources">All but what is stored.</param>
    /// <param name="tables">The state; null: there is none yet.</param>
    /// <param name="dataFolder">The key of stored secrets lies here.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<ConfigurationResult> ReadAsync(ConfigurationSources sources, ITableStore? tables, string dataFolder, CancellationToken cancellationToken)
    {
        if (tables is null)
        {
            return ConfigurationReader.Read(sources);
        }

        var findings = new Findings();
        try
        {
            var stored = new StoredSettings(tables, new(new(SecretKey(sources), dataFolder)));
            sources = sources with { Stored = stored.Open(await stored.ReadAsync(cancellationToken), findings) };
        }
        catch (StoreException failure)
        {
            findings.Warn("storedUnreadable", $"What was set at run time cannot be read: {failure.Message}");
        }

        var result = ConfigurationReader.Read(sources);
        return result with { Findings = [.. findings.All, .. result.Findings] };
    }

    /// <summary>The key that the file or the environment names; it cannot be stored itself.</summary>
    public static string? SecretKey(ConfigurationSources sources)
    {
        var layers = new SettingLayers(new());
        layers.Add(sources.File is { } file && Path.Exists(file) ? YamlFile.Read(file, sources.Environment, new()) : []);
        layers.Add(EnvironmentVariables.Read(sources.Environment, new()));
        return layers.Find(KeySetting)?.Items is [{ Text: { } text }] ? text : null;
    }
}
