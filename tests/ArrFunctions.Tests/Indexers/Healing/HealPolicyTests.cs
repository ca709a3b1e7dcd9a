using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Healing;

namespace ArrFunctions.Tests.Indexers.Healing;

public sealed class HealPolicyTests
{
    private static readonly HealOptions Options = new();

    [Fact]
    public void An_indexer_with_five_failures_over_twelve_hours_and_a_failed_test_is_taken_out()
    {
        var verdict = Assert.IsType<HealVerdict.Disable>(JudgeOne(New.Case(New.Dead())));
        Assert.Equal("5 failures in a row since 2026-11-21 00:00 UTC (the site fails)", verdict.Reason);
    }

    [Fact]
    public void Four_failures_are_not_enough() => Assert.Contains("4 failures in a row", Left(New.Case(New.Dead(failures: 4))), StringComparison.Ordinal);

    [Fact]
    public void Failures_over_less_than_the_time_are_not_enough() => Assert.Contains("over 11.9 h of 12 h", Left(New.Case(New.Dead(hours: 11.9))), StringComparison.Ordinal);

    [Fact]
    public void An_indexer_that_answered_after_its_failures_works() => Assert.Equal("it works", Left(New.Case([.. New.Dead(), New.Ok(0)])));

    [Fact]
    public void An_indexer_that_was_never_asked_works() => Assert.Equal("it works", Left(New.Case([])));

    [Theory]
    [InlineData(1.0, true)]
    [InlineData(1.01, false)]
    public void A_test_proves_a_failure_for_one_hour(double hoursAgo, bool isTakenOut) =>
        Assert.Equal(isTakenOut, JudgeOne(New.Case([New.Failed(20), New.Failed(15), New.Failed(10), New.Failed(5), New.FailedTest(hoursAgo)])) is HealVerdict.Disable);

    [Fact]
    public void Without_a_failed_test_nothing_is_taken_out_where_proof_is_needed()
    {
        var dead = New.Case([.. New.Dead().SkipLast(1), New.Failed(0, FailureClass.Server)]);
        Assert.Contains("tested once more", Left(dead), StringComparison.Ordinal);
        Assert.IsType<HealVerdict.Disable>(HealPolicy.Judge(New.AmongOthers(dead), [], Options, isProofNeeded: false, New.Now)[0]);
    }

    [Fact]
    public void Before_the_proof_the_time_since_the_first_failure_makes_the_test_due()
    {
        var silent = New.Case([New.Failed(13), New.Failed(12), New.Failed(11), New.Failed(10), New.Failed(9)]);
        Assert.IsType<HealVerdict.Disable>(HealPolicy.Judge(New.AmongOthers(silent), [], Options, isProofNeeded: false, New.Now)[0]);
        Assert.Contains("over 4 h of 12 h", Left(silent), StringComparison.Ordinal);
        Assert.IsType<HealVerdict.Disable>(JudgeOne(silent with { History = [.. silent.History, New.FailedTest(0)] }));
    }

    [Fact]
    public void A_question_that_fails_behind_the_test_takes_nothing_from_its_proof() =>
        Assert.IsType<HealVerdict.Disable>(JudgeOne(New.Case([.. New.Dead(hours: 13).SkipLast(1), New.FailedTest(0.01), New.Failed(0)])));

    [Fact]
    public void A_test_that_the_instance_could_not_make_proves_nothing() =>
        Assert.Contains("tested once more", Left(New.Case([.. New.Dead(hours: 20, failures: 7).SkipLast(1), New.FailedTest(0, FailureClass.ArrDown)])), StringComparison.Ordinal);

    [Fact]
    public void A_test_that_failed_in_an_outage_proves_nothing()
    {
        var dead = New.Case([.. New.Dead(hours: 20, failures: 7).SkipLast(1), New.FailedTest(0.5)]);
        Assert.Contains("tested once more", Left(dead, New.Outage(from: 0.6, until: 0.1)), StringComparison.Ordinal);
        Assert.IsType<HealVerdict.Disable>(JudgeOne(dead, New.Outage(from: 0.4, until: 0.1)));
    }

    [Fact]
    public void A_test_that_failed_before_the_last_answer_proves_nothing()
    {
        var options = Options with { Strikes = 4, FailingFor = TimeSpan.FromMinutes(30) };
        var dead = New.Case([New.FailedTest(0.95), New.Ok(0.9), New.Failed(0.8), New.Failed(0.6), New.Failed(0.4), New.Failed(0.2)]);
        Assert.Contains("tested once more", Assert.IsType<HealVerdict.Leave>(Judge(options, dead)[0]).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indexer_that_asks_to_be_asked_less_is_there() =>
        Assert.Equal("it works", Left(New.Case([.. New.Dead(), New.FailedTest(0, FailureClass.RateLimit)])));

    [Fact]
    public void Failures_of_its_instance_are_no_strikes() =>
        Assert.Equal("it works", Left(New.Case([.. Enumerable.Range(0, 20).Select(hour => New.FailedTest(20 - hour, FailureClass.ArrDown))])));

    [Fact]
    public void Failures_in_an_outage_are_no_strikes()
    {
        var dead = New.Case(New.Dead());
        Assert.Contains("2 failures in a row", Left(dead, New.Outage(from: 12, until: 4)), StringComparison.Ordinal);
        Assert.Contains("1 failure in a row", Left(dead, New.Outage(from: 12, until: 1, OutageRecord.Everywhere)), StringComparison.Ordinal);
        Assert.IsType<HealVerdict.Disable>(JudgeOne(dead, New.Outage(from: 12, until: 4, "sonarr")));
    }

    [Fact]
    public void Nothing_is_taken_out_while_an_outage_lasts_and_what_passed_its_tests_comes_back()
    {
        Assert.Contains("it is the network", Left(New.Case(New.Dead()), New.Outage(from: 0.5)), StringComparison.Ordinal);
        Assert.Contains("it is the network", Left(New.Case(New.Dead()), New.Outage(from: 0.5, scope: OutageRecord.Everywhere)), StringComparison.Ordinal);
        Assert.IsType<HealVerdict.Restore>(JudgeOne(New.OutCase(), New.Outage(from: 0.5, scope: OutageRecord.Everywhere)));
    }

    [Theory]
    [InlineData("demo 1")]
    [InlineData("Prowlarr/Demo 1")]
    public void An_excluded_indexer_is_left_as_it_is(string name)
    {
        var options = Options with { Exclude = [name] };
        Assert.All(
            [New.Case(New.Dead()), New.OutCase()],
            one => Assert.Equal("it is on the list Indexers:Heal:Exclude", Assert.IsType<HealVerdict.Leave>(Judge(options, one)[0]).Reason));
    }

    [Theory]
    [InlineData("Demo")]
    [InlineData("sonarr/Demo 1")]
    public void A_name_that_is_not_its_own_excludes_nothing(string name) =>
        Assert.IsType<HealVerdict.Disable>(Judge(Options with { Exclude = [name] }, New.Case(New.Dead()))[0]);

    [Fact]
    public void What_a_person_switched_off_is_not_touched()
    {
        Assert.Equal("a person switched it off", Left(New.Case(New.Dead()) with { IsOn = false }));
        Assert.Equal("a person switched it off", Left(New.Case([]) with { IsOn = false, PassedTests = 9 }));
        Assert.Equal("a person switched it off", Left(New.OutCase(isByPerson: true)));
    }

    [Fact]
    public void One_that_was_taken_out_comes_back_after_enough_passed_tests()
    {
        Assert.Equal("it passed 2 tests in a row", Assert.IsType<HealVerdict.Restore>(JudgeOne(New.OutCase(passed: 2))).Reason);
        Assert.Equal("it passed 1 of 2 tests in a row", Left(New.OutCase(passed: 1)));
        Assert.StartsWith("taken out at 2026-11-20 12:00 UTC, it still fails", Left(New.OutCase(passed: 0)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5.9)]
    [InlineData(6.0)]
    public void What_was_changed_is_left_for_the_cool_down(double hoursAgo)
    {
        var restored = JudgeOne(New.OutCase() with { LastChange = New.Ago(hoursAgo) });
        var dead = Judge(Options with { FailingFor = TimeSpan.FromHours(4) }, New.Case(New.Dead(hours: 5)) with { LastChange = New.Ago(hoursAgo) })[0];
        Assert.All([restored, dead], verdict => Assert.Equal(hoursAgo < 6, verdict is HealVerdict.Leave && verdict.Reason.Contains("left as it is for 6 h", StringComparison.Ordinal)));
    }

    [Fact]
    public void Failures_from_before_somebody_switched_it_on_do_not_count() =>
        Assert.Contains("2 failures in a row", Left(New.Case(New.Dead(hours: 28)) with { LastChange = New.Ago(14) }), StringComparison.Ordinal);

    private static IReadOnlyList<HealVerdict> Judge(HealOptions options, params IEnumerable<HealCase> cases) =>
        HealPolicy.Judge(New.AmongOthers(cases), [], options, isProofNeeded: true, New.Now);

    private static HealVerdict JudgeOne(HealCase one, params IReadOnlyCollection<OutageRecord> outages) =>
        HealPolicy.Judge(New.AmongOthers(one), outages, Options, isProofNeeded: true, New.Now)[0];

    private static string Left(HealCase one, params IReadOnlyCollection<OutageRecord> outages) => Assert.IsType<HealVerdict.Leave>(JudgeOne(one, outages)).Reason;
}
