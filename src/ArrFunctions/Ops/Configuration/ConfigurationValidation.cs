using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Everything that can be found about the configuration, or about a candidate for its file.</summary>
internal sealed class ConfigurationValidation(LiveConfiguration live, StoredSettings stored)
{
    /// <param name="text">YAML or JSON in place of the file; null: the file as it is.</param>
    /// <param name="isConnecting">Whether everybody it names is asked.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<IReadOnlyList<Finding>> RunAsync(string? text, bool isConnecting, CancellationToken cancellationToken)
    {
        var findings = new Findings();
        var sources = live.State.Wanted.Sources with { Text = text, Stored = stored.Open(await stored.ReadAsync(cancellationToken), findings) };
        findings.Add(await ConfigurationChecks.RunAsync(ConfigurationReader.Read(sources), isConnecting, cancellationToken));
        return findings.All;
    }
}
