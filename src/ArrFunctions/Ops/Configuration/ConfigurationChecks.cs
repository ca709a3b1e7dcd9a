namespace ArrFunctions.Ops.Configuration;

internal static class ConfigurationChecks
{
    public static Task<IReadOnlyList<Finding>> RunAsync(ConfigurationResult result, bool isConnecting, CancellationToken cancellationToken) => Task.FromResult(result.Findings);
}
