using ArrFunctions.Ops.Access;
using ArrFunctions.Servarr;
using ArrFunctions.Webhooks;

namespace ArrFunctions.SelfHost.Commands.Admin.Doctor;

/// <summary>Whether Sonarr and Radarr post their events here, by what came; nobody is asked.</summary>
internal static class WebhookExam
{
    public static async Task<IEnumerable<DoctorFinding>> RunAsync(ProductState state, IReadOnlyList<Instance> instances, TimeProvider clock, CancellationToken cancellationToken)
    {
        string[] names = [.. instances.Where(static instance => instance.Service is not ServarrService.Prowlarr).Select(static instance => instance.Name)];
        var silent = await state.Get<WebhookStore>().SilentAsync(names, cancellationToken);
        var connected = (await state.Get<KeyStore>().ListAsync(cancellationToken))
            .Where(key => key.Role is Role.Webhook && !key.HasExpired(clock.GetUtcNow())).Select(static key => key.Instance).ToHashSet(StringComparer.Ordinal);
        return names.Select(name => Judge(name, silent.Contains(name), connected.Contains(name)));
    }

    private static DoctorFinding Judge(string instance, bool isSilent, bool isConnected) =>
        !isSilent ? DoctorFinding.Right($"webhook:{instance}", $"Events of {instance} came here.")
        : isConnected ? DoctorFinding.Right($"webhook:{instance}", $"{instance} was connected, with a key of its own; no event of it is known yet.")
        : DoctorFinding.Warning(
            $"webhook:{instance}",
            $"No event of {instance} is known: its imports are found only when the schedule reconciliation looks. Have it post them here.",
            $"arrfunctions setup webhook --instance {instance}");
}
