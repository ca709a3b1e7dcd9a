using ArrFunctions.SelfHost.Service;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>When memory is given back.</summary>
public sealed class QuietTests
{
    private readonly Quiet quiet = new();

    [Fact]
    public void It_is_reached_when_the_start_is_over() =>
        Assert.Equal([false, true], Looks(30 << 20, 31 << 20));

    [Fact]
    public void It_is_not_reached_while_something_is_done() =>
        Assert.Equal([false, false, false], Looks(30 << 20, 40 << 20, 60 << 20));

    [Fact]
    public void Once_is_enough_for_all_that_was_done() =>
        Assert.Equal([false, true, false, false], Looks(30 << 20, 31 << 20, 32 << 20, 33 << 20));

    [Fact]
    public void It_is_reached_again_after_the_next_work() =>
        Assert.Equal([false, true, false, true], Looks(30 << 20, 31 << 20, 200 << 20, 201 << 20));

    [Fact]
    public void Little_by_little_becomes_worthwhile_too() =>
        Assert.Equal([false, false, false, false, false, true, false], Looks(3 << 20, 6 << 20, 9 << 20, 12 << 20, 15 << 20, 18 << 20, 21 << 20));

    [Fact]
    public void Nothing_is_given_back_where_nothing_was_done() =>
        Assert.Equal([false, false, false], Looks(1 << 20, 2 << 20, 3 << 20));

    private IEnumerable<bool> Looks(params int[] allocated) => [.. allocated.Select(bytes => quiet.IsReached(bytes))];
}
