using System.Globalization;
using ArrFunctions.Ops.Http;
using ArrFunctions.Servarr;

namespace ArrFunctions.SelfHost.Commands.Admin.Doctor;

/// <summary>Whether the clock of this machine goes as those of the instances do, which tell the time with every answer.</summary>
internal static class ClockExam
{
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<DoctorFinding>> RunAsync(IReadOnlyList<Instance> instances, TimeProvider clock, CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll(instances.Select(instance => AskAsync(instance, clock, cancellationToken)))).OfType<DoctorFinding>()];

    /// <summary>Where an instance does not answer, its own check says so.</summary>
    private static async Task<DoctorFinding?> AskAsync(Instance instance, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var http = OutgoingHttp.Client(OutgoingHttp.Handler(), instance.Name);
        http.Timeout = Patience;
        try
        {
            // Its page of health, which is open to everybody; no key is sent.
            using var answer = await http.GetAsync($"{instance.Url.AbsoluteUri.TrimEnd('/')}/ping", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.Headers.Date is { } theirs ? Judge(instance.Name, clock.GetUtcNow() - theirs) : null;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    internal static DoctorFinding Judge(string instance, TimeSpan ahead) => ahead.Duration() <= Tolerated
        ? DoctorFinding.Right($"clock:{instance}", $"The clock of this machine goes as that of {instance}.")
        : DoctorFinding.Wrong(
            $"clock:{instance}",
            string.Create(CultureInfo.InvariantCulture, $"The clock of this machine is {ahead.Duration().TotalSeconds:0} seconds {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} that of {instance}. Have both set by NTP."),
            "timedatectl set-ntp true");
}
