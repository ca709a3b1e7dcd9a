using ArrFunctions.Ops.Health;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Whether what the sources say is what holds.</summary>
internal static class ConfigurationHealth
{
    public static HealthCheck Check(LiveConfiguration live) => new("configuration", _ => Task.FromResult(Judge(live.State))) { KeepFor = TimeSpan.Zero };

    private static HealthFinding Judge(ConfigurationState state)
    {
        if (state.Trouble is { } trouble)
        {
            return HealthFinding.Degraded($"The configuration has changed and is wrong, so the one before still holds: {string.Join(' ', trouble)}");
        }

        if (state.Wanted.Findings.Where(static finding => finding.Code is "storedLeftOut" or "storedUnreadable").ToList() is [_, ..] left)
        {
            return HealthFinding.Degraded(string.Join(' ', left.Select(static finding => finding.Message)));
        }

        var waiting = SettingDifference.Waiting(state);
        return HealthFinding.Healthy(waiting is []
            ? "Everything that is configured holds."
            : $"Some of what is configured holds only after a restart: {string.Join(", ", waiting)}.");
    }
}
