using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Health;
using ArrFunctions.Servarr;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Setup;

/// <summary>Whether the paths of each instance are right, as it was found within the last minute; whoever asks more often does not make the instances be asked.</summary>
internal sealed class MappingBoard(MappingCheck check, Live<ServarrOptions> servarr, TimeProvider clock, ILogger<HealthBoard> logger, LiveConfiguration configuration)
{
    private readonly HealthBoard board = new(
        [
            new HealthChecks(() =>
            [
                .. servarr.Value.Instances.Where(static instance => instance.Service is not ServarrService.Prowlarr)
                    .Select(instance => new HealthCheck(instance.Name, token => LookAsync(check, instance.Name, token)) { KeepFor = TimeSpan.FromMinutes(1), TimeLimit = TimeSpan.FromSeconds(30) }),
            ]),
        ],
        clock,
        logger,
        configuration);

    public async Task<IReadOnlyList<InstanceStep>> ReadAsync(CancellationToken cancellationToken) =>
        [.. (await board.ReadAsync(cancellationToken)).Checks.Select(static entry => InstanceStep.Of(entry.Name, entry.Status is HealthStatus.Healthy, entry.Reason))];

    private static async Task<HealthFinding> LookAsync(MappingCheck check, string instance, CancellationToken cancellationToken)
    {
        var findings = (await check.RunAsync(instance, cancellationToken)).SelectMany(static report => report.Findings).ToList();
        return findings.Find(static finding => !MappingCode.IsRight(finding.Code)) is { } wrong ? HealthFinding.Degraded($"{wrong.Sentence}.")
            : HealthFinding.Healthy(findings is [.., { Sentence: var sentence }] ? $"{sentence}." : "There is nothing to check.");
    }
}
