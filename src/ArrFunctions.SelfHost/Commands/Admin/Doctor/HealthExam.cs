using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Health;

namespace ArrFunctions.SelfHost.Commands.Admin.Doctor;

/// <summary>Runs the checks of the product here and now, whether the service runs or not; each asks no tracker.</summary>
internal static class HealthExam
{
    /// <summary>Says how far the start of this process is, which is not the service.</summary>
    private const string Startup = "startup";

    /// <param name="state">The product.</param>
    /// <param name="isStateRead">Whether it has the state: without, what that would tell is not known, and nothing is said of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<DoctorFinding>> RunAsync(ProductState state, bool isStateRead, CancellationToken cancellationToken) =>
        await Task.WhenAll(state.Get<IEnumerable<HealthChecks>>().SelectMany(static set => set.All())
            .Where(check => check.Name is not Startup && (isStateRead || !IsOfState(check.Name)))
            .Select(check => RunAsync(check, cancellationToken)));

    private static bool IsOfState(string check) =>
        check is "store" or "outbox" or "schedules" or "poisoned" or "backup" or "salvage" || check.StartsWith("queue:", StringComparison.Ordinal);

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
