using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Jobs;

public sealed class DeferralTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(WaitReason.Hardlinked, "15 30 60 120 240 360 360")]
    [InlineData(WaitReason.NoSpace, "15 30 60 60")]
    [InlineData(WaitReason.NotVisible, "1 2 4 8 15 15")]
    [InlineData(WaitReason.InUse, "1 2 4 8 15 15")]
    public void Pauses_double_up_to_a_longest_one(WaitReason reason, string minutes)
    {
        var pauses = new List<double>();
        JobWait? wait = null;
        var now = Start;
        for (var look = 0; look < minutes.Split(' ').Length; look++)
        {
            wait = Deferral.Next(wait, reason, now);
            pauses.Add((wait.Until - now).TotalMinutes);
            now = wait.Until;
        }

        Assert.Equal(minutes, string.Join(' ', pauses));
        Assert.Equal((Start, pauses.Count), (wait!.Since, wait.Looks));
    }

    [Fact]
    public void A_pause_stays_the_longest_however_often_was_looked() =>
        Assert.Equal(TimeSpan.FromHours(6), Deferral.Next(new(WaitReason.Hardlinked, Start, Start, int.MaxValue - 1), WaitReason.Hardlinked, Start).Until - Start);

    [Fact]
    public void Another_reason_begins_anew()
    {
        var before = new JobWait(WaitReason.Hardlinked, Start, Start, 9);
        var now = Start + TimeSpan.FromDays(1);

        Assert.Equal(new JobWait(WaitReason.InUse, now + TimeSpan.FromMinutes(1), now, 1), Deferral.Next(before, WaitReason.InUse, now));
    }
}
