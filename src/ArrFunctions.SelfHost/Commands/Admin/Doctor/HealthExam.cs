using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Health;

namespace ArrFunctions.SelfHost.Commands.Admin.Doctor;

/// <summary>Runs the checks of the product here and now, whether the service runs or not; each asks no tracker.</summary>
internal static class HealthExam
{
    /// <summary>Says how far the start of this process is, which is not the service.</summary>
    private const string Startup = "startup";

    public static async Task<IReadOnlyList<DoctorFinding>> RunAsync(ProductState state, CancellationToken cancellationToken) =>
        await Task.WhenAll(state.Get<IEnumerable<HealthChecks>>().SelectMany(static set => set.All()).Where(static check => check.Name is not Startup).Select(check => RunAsync(check, cancellationToken)));

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a check throws is what it found.")]
    private static async Task<DoctorFinding> RunAsync(HealthCheck check, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(check.TimeLimit);
        try
        {
            return DoctorFinding.Of(check.Name, await check.RunAsync(limit.Token));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return DoctorFinding.Wrong(check.Name, limit.IsCancellationRequested ? "The check did not end in its time: what it asks does not answer." : failure.Message);
        }
    }
}
