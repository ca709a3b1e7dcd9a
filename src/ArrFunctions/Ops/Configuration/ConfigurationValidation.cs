namespace ArrFunctions.Ops.Configuration;

/// <summary>Everything that can be found about the configuration, or about a candidate for its file.</summary>
internal sealed class ConfigurationValidation(LiveConfiguration live, StoredSettings stored, ConfigurationConnections connections, string dataFolder)
{
    /// <param name="text">YAML or JSON in place of the file; null: the file as it is.</param>
    /// <param name="isConnecting">Whether those whom it names are asked.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<IReadOnlyList<Finding>> RunAsync(string? text, bool isConnecting, CancellationToken cancellationToken)
    {
        var findings = new Findings();
        var sources = live.State.Wanted.Sources with { Text = text, Stored = stored.Open(await stored.ReadAsync(cancellationToken), findings) };
        var result = ConfigurationReader.Read(sources);
        findings.Add(ConfigurationChecks.All(result, dataFolder));
        if (isConnecting && result is ConfigurationResult.Valid valid)
        {
            findings.Add(await connections.CheckAsync(valid, live.Current, cancellationToken));
        }

        return findings.All;
    }
}
