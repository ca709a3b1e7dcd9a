using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Setup;

/// <summary>Adds, changes and removes instances among the stored settings: as a whole or not at all, and they hold at once.</summary>
internal sealed class InstanceChange(ConfigurationReload reload, ConfigurationChange change, LiveConfiguration live, KeyStore keys)
{
    private const int Attempts = 5;

    public Task<InstanceOutcome> AddAsync(InstanceBody wanted, string actor, CancellationToken cancellationToken) => RunAsync(plans => plans.Add(wanted), actor, cancellationToken);

    public Task<InstanceOutcome> ChangeAsync(string name, InstancePatch wanted, string actor, CancellationToken cancellationToken) =>
        RunAsync(plans => plans.Change(name, wanted), actor, cancellationToken);

    public Task<InstanceOutcome> MapAsync(string name, IReadOnlyList<MappingPair> mappings, string actor, CancellationToken cancellationToken) =>
        RunAsync(plans => plans.Map(name, mappings), actor, cancellationToken);

    /// <summary>The keys by which it posts its events go with it.</summary>
    public async Task<InstanceOutcome> RemoveAsync(string name, string actor, CancellationToken cancellationToken)
    {
        var outcome = await RunAsync(plans => plans.Remove(name), actor, cancellationToken);
        if (outcome is InstanceOutcome.Done { Name: var removed })
        {
            foreach (var key in (await keys.ListAsync(CancellationToken.None)).Where(key => key.Instance == removed))
            {
                await keys.DeleteAsync(key.Id, actor, CancellationToken.None);
            }
        }

        return outcome;
    }

    /// <summary>A plan is made of what is stored, and made anew when somebody else wrote meanwhile.</summary>
    private async Task<InstanceOutcome> RunAsync(Func<InstancePlans, InstancePlan> make, string actor, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var (result, values) = await reload.ReadAsync(change: null, cancellationToken);
            var now = result as ConfigurationResult.Valid ?? live.State.Wanted;
            var plan = make(new(now.Options.Servarr.Instances, now.Layers, values));
            if (plan is not InstancePlan.Change wanted)
            {
                return plan is InstancePlan.Refused refused ? new InstanceOutcome.Refused(refused.Code, refused.Sentence) : throw new InvalidOperationException($"Unknown plan {plan}.");
            }

            switch (await change.RunAsync(wanted.Settings, StoredTag.Of(values), actor, wanted.Told, cancellationToken))
            {
                case ChangeOutcome.Changed:
                    return new InstanceOutcome.Done(wanted.Name);
                case ChangeOutcome.Invalid invalid:
                    return new InstanceOutcome.Invalid(invalid.Findings);
            }
        }

        return new InstanceOutcome.Refused("configChanged", "Others change the stored settings all the time. Try again.");
    }
}
