using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Health;
using ArrFunctions.Servarr;

namespace ArrFunctions.Setup;

/// <summary>Finds out where the first run stands, from what is there: nothing of it is kept as a state of its own.</summary>
internal sealed class SetupProgress(
    Live<ServarrOptions> servarr, Live<AudioOptions> audio, HealthBoard health, MappingBoard mappings, KeyStore keys, JobStore jobs, TimeProvider clock)
{
    /// <summary>Newest jobs that are looked at for one that an event made.</summary>
    private const int MostJobs = 50;

    private const string NoInstance = "There is no instance yet.";

    public async Task<SetupReport> ReadAsync(CancellationToken cancellationToken)
    {
        var (instances, options) = (servarr.Value.Instances, audio.Value);
        var managing = instances.Where(static instance => instance.Service is not ServarrService.Prowlarr).ToList();
        var roots = Roots(options, instances.Count > 0 && managing is []);
        IReadOnlyList<SetupStep> steps =
        [
            SetupStep.Of("instance", instances is not [], instances is [] ? "Add a Sonarr, Radarr or Prowlarr." : string.Join(", ", instances.Select(static instance => instance.Name))),
            instances is [] ? SetupStep.Waiting("connection", NoInstance) : SetupStep.Of("connection", await ConnectionsAsync(instances, cancellationToken), "Every instance answers."),
            roots,
            instances is [] ? SetupStep.Waiting("mappings", NoInstance)
                : managing is [] ? SetupStep.Of("mappings", isDone: true, "Prowlarr has no files.")
                : SetupStep.Of("mappings", await mappings.ReadAsync(cancellationToken), "The files of every instance are found here."),
            instances is [] ? SetupStep.Waiting("webhook", NoInstance)
                : SetupStep.Of("webhook", await WebhooksAsync(managing is [] ? instances : managing, cancellationToken), "Every instance posts its events here."),
            await DryRunAsync(options, cancellationToken),
            roots.Status is not SetupStep.Done
                ? SetupStep.Waiting("live", "Without media folders no file is touched.")
                : SetupStep.Of("live", !options.DryRun, options.DryRun ? "Audio:DryRun is true: what would be done is planned, and nothing is written." : "Files are changed: Audio:DryRun is false."),
        ];
        return new(steps.All(static step => step.Status is SetupStep.Done || step.Name is "connection" or "mappings" or "dryRun"), steps, options.DryRun);
    }

    private static SetupStep Roots(AudioOptions options, bool isWithoutFiles)
    {
        var found = options.Roots.Select(RootReport.Of).ToList();
        return isWithoutFiles ? SetupStep.Of("roots", isDone: true, "Prowlarr has no files.")
            : found is [] ? SetupStep.Of("roots", isDone: false, "No media folder is configured (Audio:Roots), so that nothing is touched.")
            : found.Find(static root => !root.IsReadable) is { } wrong ? SetupStep.Of("roots", isDone: false, $"{wrong.Sentence}.")
            : SetupStep.Of("roots", isDone: true, string.Join(", ", options.Roots));
    }

    /// <summary>What the health checks found last.</summary>
    private async Task<IReadOnlyList<InstanceStep>> ConnectionsAsync(IReadOnlyList<Instance> instances, CancellationToken cancellationToken)
    {
        var known = (await health.ReadAsync(cancellationToken)).Checks.ToDictionary(static entry => entry.Name, StringComparer.Ordinal);
        return [.. instances.Select(instance => known.GetValueOrDefault($"instance:{instance.Name}") is { } entry
            ? InstanceStep.Of(instance.Name, entry.Status is HealthStatus.Healthy, entry.Reason)
            : InstanceStep.Of(instance.Name, isDone: false, "not known yet"))];
    }

    /// <summary>Who was connected by <see cref="WebhookSetup"/> has a key of its own; who was by hand is known by its imports.</summary>
    private async Task<IReadOnlyList<InstanceStep>> WebhooksAsync(IReadOnlyList<Instance> instances, CancellationToken cancellationToken)
    {
        var bound = (await keys.ListAsync(cancellationToken)).Where(key => key is { Role: Role.Webhook, Instance: not null } && !key.HasExpired(clock.GetUtcNow()))
            .Select(static key => key.Instance!).ToHashSet(StringComparer.Ordinal);
        var heard = (await jobs.ListAsync(groups: null, MostJobs, cursor: null, cancellationToken)).Jobs
            .Where(static job => job.Source is JobSource.Webhook).Select(static job => job.Instance).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. instances.Select(instance => InstanceStep.Of(
            instance.Name,
            bound.Contains(instance.Name) || heard.Contains(instance.Name),
            heard.Contains(instance.Name) ? $"An import of {instance.Name} came here."
                : bound.Contains(instance.Name) ? $"{instance.Name} was connected, with a key of its own."
                : $"{instance.Name} does not post its events here yet."))];
    }

    private async Task<SetupStep> DryRunAsync(AudioOptions options, CancellationToken cancellationToken) =>
        await jobs.CountAsync(JobGroup.Succeeded(JobResult.Planned), most: 1, cancellationToken) > 0 ? SetupStep.Of("dryRun", isDone: true, "There are plans to look at.")
        : await jobs.CountAsync(JobGroup.Succeeded(JobResult.Changed), most: 1, cancellationToken) > 0 ? SetupStep.Of("dryRun", isDone: true, "Files were changed already.")
        : servarr.Value.Instances is [] ? SetupStep.Waiting("dryRun", NoInstance)
        : SetupStep.Of("dryRun", isDone: false, options.DryRun ? "Nothing was planned yet: import a file, or have a file explained." : "No plan was made before Audio:DryRun was switched off.");
}
