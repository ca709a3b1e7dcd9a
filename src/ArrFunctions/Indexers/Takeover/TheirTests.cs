using ArrFunctions.Indexers.Watch;

namespace ArrFunctions.Indexers.Takeover;

/// <summary>
/// Which tests of AI Arr Control say something of an indexer. It asked Sonarr and Radarr at an address that they do not have, so that every test failed (issue A-01 of its sources); only
/// where one succeeded, somebody had repaired it.
/// </summary>
internal static class TheirTests
{
    /// <param name="tests">Of one indexer, in the order of time.</param>
    /// <returns>Up to the last success: a failure at the end is for our own sweeps to find, or an indexer could be switched off for what another program saw.</returns>
    public static IReadOnlyList<Observation> Observations(IReadOnlyList<TheirTest> tests, Func<string, string> redact)
    {
        var end = tests.Index().LastOrDefault(static test => test.Item.IsSuccess, (-1, null!)).Index;
        return [.. tests.Take(end + 1).Where(static test => test.IsSuccess || !IsMissingRoute(test.Error)).Select(test => ToObservation(test, redact))];
    }

    private static Observation ToObservation(TheirTest test, Func<string, string> redact) => new()
    {
        Time = test.Time,
        Source = ObservationSource.Test,
        Outcome = test.IsSuccess ? ObservationOutcome.Ok : ObservationOutcome.Failed,
        Class = test.IsSuccess ? null : FailureClassification.Of("", test.Error ?? ""),
        Reason = test.IsSuccess || test.Error is null ? null : redact(test.Error),
    };

    /// <summary>The application has no such address, which says nothing of the indexer.</summary>
    private static bool IsMissingRoute(string? error) => error is not null
        && (error.Contains("404", StringComparison.Ordinal) || error.Contains("405", StringComparison.Ordinal)
            || error.Contains("Not Allowed", StringComparison.OrdinalIgnoreCase) || error.Contains("Not Found", StringComparison.OrdinalIgnoreCase));
}
