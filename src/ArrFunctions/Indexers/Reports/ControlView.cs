using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Reports;

/// <summary>What came of a test.</summary>
/// <param name="Instance">Where it was made; for a copy of Prowlarr's, Prowlarr.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Success">Null: it was not made.</param>
/// <param name="Message">In words.</param>
internal sealed record TestView(string Instance, int Id, string Name, bool? Success, FailureClass? Class, int? Milliseconds, string Message)
{
    public static TestView Of(TestReport report) => new(
        report.Indexer.Instance,
        report.Indexer.Id,
        report.Name,
        report.Outcome switch
        {
            TestOutcome.Passed => true,
            TestOutcome.Failed => false,
            _ => null,
        },
        (report.Outcome as TestOutcome.Failed)?.Class,
        (report.Outcome as TestOutcome.Passed)?.Milliseconds ?? (report.Outcome as TestOutcome.Failed)?.Milliseconds,
        report.Outcome.InWords());
}

internal sealed record TestList(int Passed, int Failed, int NotTested, IReadOnlyList<TestView> Tests)
{
    public static TestList Of(IEnumerable<TestReport> reports)
    {
        var tests = reports.Select(TestView.Of).ToList();
        return new(tests.Count(test => test.Success is true), tests.Count(test => test.Success is false), tests.Count(test => test.Success is null), tests);
    }
}

/// <summary>What came of switching an indexer.</summary>
/// <param name="Instance">Where it was done; for a copy of Prowlarr's, Prowlarr.</param>
/// <param name="Id">Its id there.</param>
/// <param name="IsChanged">False: it was so before.</param>
/// <param name="Message">In words.</param>
internal sealed record SwitchView(string Instance, int Id, string Name, bool IsChanged, IndexerFlags Before, IndexerFlags After, string Message)
{
    /// <returns>Null for what is neither done nor unneeded.</returns>
    public static SwitchView? Of(ControlOutcome.Switched done) => done.Outcome switch
    {
        SwitchOutcome.Switched switched => new(
            done.At.Key.Instance, done.At.Key.Id, done.At.Name, IsChanged: true, switched.Before, switched.After, switched.InWords()),
        SwitchOutcome.AlreadySo already => new(
            done.At.Key.Instance, done.At.Key.Id, done.At.Name, IsChanged: false, already.Flags, already.Flags, already.InWords()),
        _ => null,
    };
}

/// <param name="Outcome">What the sweep found, in words.</param>
internal sealed record SweepView(string Outcome);
