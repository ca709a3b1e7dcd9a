using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Health;
using ArrFunctions.Platform;

namespace ArrFunctions.Audio;

/// <summary>Whether the media folders have room, and whether the programs are there that the settings use.</summary>
internal static class AudioChecks
{
    private const string Probe = "ffprobe";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static HealthChecks Of(Live<AudioOptions> options, IProcessRunner processes) => new(() =>
    [
        .. options.Value.Roots.Select(static root => DiskCheck.Of($"disk:{root}", root, isNeeded: false)),
        .. ToolsOf(options.Value.Rewrites).Select(tool => new HealthCheck($"tool:{tool}", token => LookAsync(tool, processes, token))
        {
            KeepFor = TimeSpan.FromMinutes(10), TimeLimit = 2 * Patience,
        }),
    ]);

    /// <summary>Every program looks at its work with ffprobe.</summary>
    private static IEnumerable<string> ToolsOf(RewriteOptions rewrites) =>
        rewrites is { Enabled: true, Tools: not [] } ? [.. rewrites.Tools.Select(tool => tool.ToString().ToLowerInvariant()).Distinct(StringComparer.Ordinal), Probe] : [];

    private static async Task<HealthFinding> LookAsync(string tool, IProcessRunner processes, CancellationToken cancellationToken)
    {
        var option = tool.StartsWith("ff", StringComparison.Ordinal) ? "-version" : "--version";
        return await processes.RunAsync(new(tool, [option], Patience), cancellationToken) switch
        {
            ProcessOutcome.Ended { ExitCode: 0 } => HealthFinding.Healthy($"{tool} works."),
            ProcessOutcome.Missing when tool == Probe => HealthFinding.Degraded(
                $"{tool} is not installed, and no file is written anew without it: those that cannot be changed in place are left as they are. Install it, or set Audio:Fallback:Enabled=false."),
            ProcessOutcome.Missing => HealthFinding.Degraded(
                $"{tool} is not installed, so it writes no files anew that cannot be changed in place. Install it, leave it out of Audio:Fallback:Tools, or set Audio:Fallback:Enabled=false."),
            _ => HealthFinding.Degraded($"{tool} does not tell its version. Run '{tool} {option}' and see why."),
        };
    }
}
