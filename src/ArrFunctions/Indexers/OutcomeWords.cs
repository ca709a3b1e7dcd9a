using System.Globalization;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Watch;

namespace ArrFunctions.Indexers;

/// <summary>What came of a test or a change, for people.</summary>
internal static class OutcomeWords
{
    public static string InWords(this TestOutcome outcome) => outcome switch
    {
        TestOutcome.Passed passed => string.Create(CultureInfo.InvariantCulture, $"it works ({passed.Milliseconds} ms)"),
        TestOutcome.Failed failed => $"it fails, {failed.Class.InWords()}: {failed.Reason.TrimEnd('.')}",
        TestOutcome.TooSoon soon => $"it was tested a moment ago; the next test may be made at {Time(soon.NextAt)}",
        TestOutcome.NotAsked skipped => $"it was not asked: {skipped.Reason}",
        TestOutcome.Missing => "its instance does not have it any more",
        TestOutcome.InstanceFailed failed => failed.Reason.TrimEnd('.'),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    public static string InWords(this SwitchOutcome outcome) => outcome switch
    {
        SwitchOutcome.Switched switched => $"it is {switched.After} now, before it was {switched.Before}",
        SwitchOutcome.AlreadySo already => $"it is {already.Flags} already",
        SwitchOutcome.TooSoon soon => $"it was switched a moment ago; the next change may be made at {Time(soon.NextAt)}",
        SwitchOutcome.NotKept kept => $"its instance took the change and did not keep it: it is {kept.Flags}",
        SwitchOutcome.Missing => "its instance does not have it any more",
        SwitchOutcome.InstanceFailed failed => failed.Reason.TrimEnd('.'),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
