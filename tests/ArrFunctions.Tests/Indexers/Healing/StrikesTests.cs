using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Healing;

namespace ArrFunctions.Tests.Indexers.Healing;

public sealed class StrikesTests
{
    private const double Minute = 1.0 / 60;

    [Fact]
    public void Without_a_failure_there_is_none() => Assert.Equal(new(0, First: null, Last: null, Class: null), Of(New.Ok(1)));

    [Fact]
    public void Failures_within_ten_minutes_are_one() =>
        Assert.Equal(new(2, New.Ago(20 * Minute), New.Ago(10 * Minute), Class: null), Of(New.Failed(20 * Minute), New.Failed(11 * Minute), New.Failed(10 * Minute)));

    [Fact]
    public void Ten_minutes_are_counted_from_the_one_that_counted_last() =>
        Assert.Equal(3, Of([.. Enumerable.Range(0, 24).Select(minute => New.Failed((24 - minute) * Minute))]).Count);

    [Fact]
    public void The_span_is_from_the_first_to_the_last() => Assert.Equal(TimeSpan.FromHours(7), Of(New.Failed(9), New.Failed(5), New.Failed(2)).Span);

    [Fact]
    public void An_answer_begins_anew() => Assert.Equal(New.Ago(1), Of(New.Failed(5), New.Ok(2), New.Failed(1)).First);

    [Fact]
    public void The_first_failure_behind_an_answer_counts_however_soon_it_comes() =>
        Assert.Equal(1, Of(New.Failed(5 * Minute), New.Ok(4 * Minute), New.Failed(3 * Minute)).Count);

    [Fact]
    public void A_person_who_switches_it_off_begins_anew() => Assert.Equal(0, Of(New.Failed(5), New.Seen(2, ObservationOutcome.Unwatched)).Count);

    [Fact]
    public void The_end_of_a_block_is_no_answer() => Assert.Equal(2, Of(New.Failed(5), New.Seen(2, ObservationOutcome.Unblocked), New.Failed(1)).Count);

    [Fact]
    public void Being_asked_less_is_an_answer() => Assert.Equal(0, Of(New.Failed(5), New.Failed(2, FailureClass.RateLimit)).Count);

    [Fact]
    public void An_instance_that_is_down_is_neither_a_strike_nor_an_answer() => Assert.Equal(1, Of(New.Failed(5), New.FailedTest(2, FailureClass.ArrDown)).Count);

    [Fact]
    public void What_does_not_speak_against_it_is_left_out() =>
        Assert.Equal(New.Ago(2), Strikes.Of([New.Failed(5), New.Failed(2)], time => time > New.Ago(3)).First);

    [Fact]
    public void An_answer_counts_at_any_time() => Assert.Equal(0, Strikes.Of([New.Failed(5), New.Ok(2)], time => time < New.Ago(3)).Count);

    [Fact]
    public void Its_kind_is_that_of_most_of_them() =>
        Assert.Equal(FailureClass.Dns, Of(New.Failed(5, FailureClass.Tls), New.Failed(4, FailureClass.Dns), New.Failed(3), New.Failed(2), New.Failed(1, FailureClass.Dns)).Class);

    [Fact]
    public void A_source_that_tells_the_kind_of_a_failure_tells_it_for_those_that_do_not() =>
        Assert.Equal(FailureClass.Auth, Of(New.Failed(5 * Minute), New.FailedTest(4 * Minute, FailureClass.Auth)).Class);

    [Fact]
    public void The_kind_of_a_failure_is_the_one_that_was_told_first() =>
        Assert.Equal(FailureClass.Tls, Of(New.Failed(5 * Minute, FailureClass.Tls), New.FailedTest(4 * Minute, FailureClass.Auth)).Class);

    private static Strikes Of(params IReadOnlyList<Observation> history) => Strikes.Of(history, _ => true);
}
