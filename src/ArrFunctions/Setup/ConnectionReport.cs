using System.Text.Json;
using ArrFunctions.Servarr;

namespace ArrFunctions.Setup;

/// <summary>Whether an instance is what the configuration says.</summary>
/// <param name="Service">sonarr, radarr, prowlarr: what is configured.</param>
/// <param name="Kind">What is wrong, in camelCase; null when nothing is.</param>
/// <param name="Version">Null when something is wrong.</param>
internal sealed record ConnectionReport(string Instance, string Service, bool IsRight, string? Kind, string? Version, string Message)
{
    public static ConnectionReport Of(Instance instance, ConnectionOutcome outcome) => new(
        instance.Name,
        instance.Service.ToString().ToLowerInvariant(),
        outcome is ConnectionOutcome.Right,
        outcome is ConnectionOutcome.Wrong wrong ? JsonNamingPolicy.CamelCase.ConvertName(wrong.Kind.ToString()) : null,
        (outcome as ConnectionOutcome.Right)?.Version,
        outcome.Sentence);
}
