using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Tests.Indexers.Healing;

namespace ArrFunctions.Tests.Indexers.Watch;

[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The same seed has to give the same order.")]
public sealed class IndexerRecordTests
{
    private static readonly IndexerRecord Record = new() { Key = new("prowlarr", 1) };

    [Fact]
    public void It_fails_since_the_first_failure_behind_the_last_answer() =>
        Assert.Equal((New.Ago(5), New.Ago(1), New.Ago(3)), Told(Record.With([New.Failed(9), New.Ok(5), New.Failed(3), New.Failed(1)])));

    [Fact]
    public void An_answer_that_is_heard_of_late_does_not_hide_a_failure_behind_it() =>
        Assert.Equal((New.Ago(2), New.Ago(1), New.Ago(1)), Told(Record.With([New.Failed(9)]).With([New.FailedTest(1)]).With([New.Ok(2)])));

    [Fact]
    public void A_failure_that_is_heard_of_late_can_be_the_first() =>
        Assert.Equal((New.Ago(5), New.Ago(1), New.Ago(3)), Told(Record.With([New.Ok(5)]).With([New.Failed(1)]).With([New.Failed(3)]).With([New.Failed(7)])));

    [Fact]
    public void Being_asked_less_is_an_answer() => Assert.Equal((New.Ago(1), New.Ago(2), null), Told(Record.With([New.Failed(2), New.Failed(1, FailureClass.RateLimit)])));

    [Fact]
    public void An_instance_that_is_down_tells_nothing() => Assert.Equal(Record, Record.With([New.FailedTest(1, FailureClass.ArrDown), New.Seen(0, ObservationOutcome.Unblocked)]));

    [Fact]
    public void In_any_order_it_fails_exactly_when_the_last_failure_is_behind_the_last_answer()
    {
        for (var round = 0; round < 2000; round++)
        {
            var seed = Environment.TickCount + round;
            var random = new Random(seed);
            var seen = Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(2) == 0 ? New.Ok(random.Next(9)) : New.Failed(random.Next(9))).ToArray();
            var whole = Record.With(seen);
            random.Shuffle(seen);
            var one = seen.Chunk(random.Next(1, 4)).Aggregate(Record, (record, some) => record.With(some));
            Assert.True((one.LastAnswer, one.LastFailure, one.FailingSince is null) == (whole.LastAnswer, whole.LastFailure, whole.FailingSince is null), $"seed {seed}");
            Assert.True(one.FailingSince is null || (one.FailingSince >= whole.FailingSince && one.FailingSince <= one.LastFailure), $"seed {seed}");
            Assert.True(one.FailingSince is not null == (one.LastFailure is not null && !(one.LastFailure <= one.LastAnswer)), $"seed {seed}");
        }
    }

    [Fact]
    public void What_is_later_than_now_is_now_when_the_clock_was_ahead()
    {
        var ahead = New.Now.AddDays(300);
        var record = Record with { LastAnswer = ahead, LastFailure = New.Ago(1), LastTest = ahead, NextTest = ahead.AddHours(3), LastChange = ahead, LastHeard = ahead };
        Assert.Equal(record with { LastAnswer = New.Now, LastTest = New.Now, NextTest = New.Now, LastChange = New.Now, LastHeard = New.Now }, record.NotLaterThan(New.Now));
        var usual = Record with { LastTest = New.Ago(1), NextTest = New.Now.AddHours(24) };
        Assert.Equal(usual, usual.NotLaterThan(New.Now));
    }

    private static (DateTimeOffset? Answer, DateTimeOffset? Failure, DateTimeOffset? Since) Told(IndexerRecord record) => (record.LastAnswer, record.LastFailure, record.FailingSince);
}
