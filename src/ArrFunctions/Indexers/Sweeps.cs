using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Jobs.Schedules;

namespace ArrFunctions.Indexers;

/// <summary>Runs the sweeps for a person: within the account of their schedules, so that none runs twice at once, and in the name of who asked.</summary>
internal sealed class Sweeps(ScheduleRun run, HealthSweep health, HealSweep heal)
{
    public const string Health = "health-sweep";

    public const string Heal = "heal-sweep";

    public Task<ScheduleRunOutcome> HealthAsync(string actor, CancellationToken cancellationToken) =>
        run.RunAsync(Health, token => health.RunAsync(actor, token), actor, cancellationToken);

    /// <summary>With its plan when it ran.</summary>
    public async Task<(ScheduleRunOutcome Outcome, HealPlan? Plan)> HealAsync(bool isDryRun, string actor, CancellationToken cancellationToken)
    {
        HealPlan? plan = null;
        var outcome = await run.RunAsync(Heal, async token => (plan = await heal.RunAsync(isDryRun, actor, token)).InWords(), actor, cancellationToken);
        return (outcome, plan);
    }
}
