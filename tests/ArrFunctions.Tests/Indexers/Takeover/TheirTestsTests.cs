using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Takeover;

namespace ArrFunctions.Tests.Indexers.Takeover;

public sealed class TheirTestsTests
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Where_no_test_succeeded_nothing_is_known() => Assert.Empty(Observations(Failed("Client error '405 Method Not Allowed'"), Failed("timed out")));

    [Fact]
    public void Failures_count_up_to_the_last_success_and_not_where_the_address_was_missing()
    {
        var seen = Observations(Failed("timed out"), Failed("404 Not Found"), Ok(), Failed("timed out"), Ok(), Failed("timed out"));

        Assert.Equal([ObservationOutcome.Failed, ObservationOutcome.Ok, ObservationOutcome.Failed, ObservationOutcome.Ok], seen.Select(one => one.Outcome));
        Assert.Equal((FailureClass.Timeout, "***"), (seen[0].Class, seen[0].Reason));
    }

    private static IReadOnlyList<Observation> Observations(params (bool IsOk, string? Error)[] tests) => TheirTests.Observations(
        [.. tests.Select((test, hour) => new TheirTest("sonarr", 1, "One", test.IsOk, test.Error, Begin.AddHours(hour)))], _ => "***");

    private static (bool, string?) Failed(string error) => (false, error);

    private static (bool, string?) Ok() => (true, null);
}
