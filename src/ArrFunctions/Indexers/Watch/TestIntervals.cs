namespace ArrFunctions.Indexers.Watch;

/// <summary>When a sweep may test an indexer again: seldom where it works, and ever more seldom while it fails.</summary>
internal static class TestIntervals
{
    /// <summary>The shortest time between two tests of an indexer, whoever wants them, and between two switches by a person.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromMinutes(15);

    /// <summary>Until the first test of one that was taken out, and after the first failure of one that is not tested while it works.</summary>
    public static readonly TimeSpan First = TimeSpan.FromHours(1);

    /// <param name="isTestedWhenWell">Nothing else tells whether it works: an indexer of a Sonarr or Radarr that is switched on.</param>
    /// <param name="record">As it was before the test.</param>
    /// <param name="now">The end of the test.</param>
    public static IndexerRecord After(IndexerRecord record, bool isPassed, bool isTestedWhenWell, IndexersOptions options, DateTimeOffset now)
    {
        if (isPassed)
        {
            // One that is out passes several in a row before it comes back, as soon as they may be made.
            TimeSpan? next = record.Custody is not null ? Spacing : isTestedWhenWell ? options.TestInterval : null;
            return record with { PassedTests = record.PassedTests + 1, TestInterval = isTestedWhenWell ? options.TestInterval : null, NextTest = now + next };
        }

        var interval = (record.TestInterval ?? (isTestedWhenWell ? options.TestInterval : First / 2)) * 2;
        interval = interval > options.LongestTestInterval ? options.LongestTestInterval : interval;
        return record with { PassedTests = 0, TestInterval = interval, NextTest = now + interval };
    }
}
