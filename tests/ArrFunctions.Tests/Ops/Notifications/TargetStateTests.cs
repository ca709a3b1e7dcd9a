using ArrFunctions.Ops.Notifications;

namespace ArrFunctions.Tests.Ops.Notifications;

public sealed class TargetStateTests
{
    private const string Mark = "ab12";

    [Fact]
    public void Delays_grow_and_after_five_failures_it_counts_as_out_of_order()
    {
        var (state, delays) = (new TargetState(), new List<double>());
        for (var failure = 0; failure < 14; failure++)
        {
            Assert.Equal(failure >= TargetState.OutOfOrderAt, state.IsOutOfOrder);
            state = Fail(state);
            delays.Add((state.NextTry!.Value - New.Start).TotalMinutes);
        }

        Assert.Equal([10 / 60d, 20 / 60d, 40 / 60d, 80 / 60d, 10, 20, 40, 80, 160, 320, 360, 360, 360, 360], delays.Select(static minutes => Math.Round(minutes, 6)), new Near());
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(600, 360)]
    public void It_is_left_alone_for_as_long_as_it_wants_but_no_longer_than_six_hours(int wanted, int minutes) => Assert.Equal(
        New.Start.AddMinutes(minutes), new TargetState().Fail("busy", isFinal: false, TimeSpan.FromMinutes(wanted), Mark, New.Start).NextTry);

    [Fact]
    public void What_is_final_is_out_of_order_at_once_until_its_settings_change()
    {
        var state = new TargetState().Fail("wrong token", isFinal: true, retryAfter: null, Mark, New.Start);

        Assert.True(state is { IsOutOfOrder: true, IsFinal: true });
        Assert.Same(state, state.With(Mark));
        Assert.True(state.With("other") is { IsOutOfOrder: true, IsFinal: false, NextTry: null, Failures: 0 });
        Assert.False(state.With("other").Succeed(0, New.Start).IsOutOfOrder);
    }

    [Fact]
    public void Messages_that_come_thick_and_fast_get_further_apart_up_to_two_minutes()
    {
        var (state, now, spacings) = (new TargetState(), New.Start, new List<double>());
        for (var message = 0; message < 6; message++)
        {
            state = state.Succeed(0, now);
            spacings.Add(state.Spacing.TotalSeconds);
            now += state.Spacing;
        }

        Assert.Equal([10, 20, 40, 80, 120, 120], spacings);
        Assert.Equal(10, state.Succeed(0, now.AddHours(1)).Spacing.TotalSeconds);
    }

    private static TargetState Fail(TargetState state) => state.Fail("down", isFinal: false, retryAfter: null, Mark, New.Start);

    private sealed class Near : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 0.001;

        public int GetHashCode(double obj) => 0;
    }
}
