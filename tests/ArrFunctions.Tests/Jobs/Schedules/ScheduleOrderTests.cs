using ArrFunctions.Jobs.Schedules;

namespace ArrFunctions.Tests.Jobs.Schedules;

public sealed class ScheduleOrderTests
{
    [Fact]
    public void A_schedule_that_depends_on_none_there_is_is_refused_by_its_name()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new ScheduleOrder([Named("heal", "health"), Named("sweep")]));

        Assert.Equal("The schedule heal depends on 'health', which is none; there are heal, sweep.", refused.Message);
    }

    [Fact]
    public void Schedules_that_wait_for_each_other_are_refused()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new ScheduleOrder([Named("a", "b"), Named("b", "c"), Named("c", "a")]));

        Assert.Equal("These schedules wait for each other without an end: a, which depends on b, which depends on c, which depends on a.", refused.Message);
    }

    [Fact]
    public void A_schedule_that_waits_for_itself_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new ScheduleOrder([Named("a", "a")]));

    [Fact]
    public void Two_schedules_of_one_name_are_refused() =>
        Assert.Equal("Two schedules are called a.", Assert.Throws<InvalidOperationException>(() => new ScheduleOrder([Named("a"), Named("a")])).Message);

    [Fact]
    public void Several_may_wait_for_one_and_one_for_several()
    {
        var order = new ScheduleOrder([Named("a", "b", "c"), Named("b", "d"), Named("c", "d"), Named("d")]);

        Assert.Equal(["b", "c", "d"], order.All.Where(order.IsAwaited).Select(schedule => schedule.Name));
    }

    private static Schedule Named(string name, params string[] dependsOn) => new(
        name, name, "0 * * * * *", name, _ => ValueTask.FromResult(true), _ => Task.FromResult("")) { DependsOn = dependsOn };
}
