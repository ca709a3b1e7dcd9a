using ArrFunctions.Ops.Backup;

namespace ArrFunctions.Tests.Ops.Backup;

public sealed class BackupRetentionTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 2, 30, 0, TimeSpan.Zero);

    [Fact]
    public void The_timer_keeps_as_many_as_it_is_told_and_each_other_reason_keeps_three()
    {
        BackupView[] backups =
        [
            .. Enumerable.Range(0, 5).Select(day => Of(day, BackupReason.Scheduled)),
            .. Enumerable.Range(5, 5).Select(day => Of(day, BackupReason.Migration)),
            .. Enumerable.Range(10, 5).Select(day => Of(day, BackupReason.Asked)),
        ];

        Assert.Equal([0, 1, 2, 5, 6], BackupRetention.Surplus(backups, keep: 2, Start.AddDays(20)).Select(backup => (backup.Time - Start).Days).Order());
    }

    [Fact]
    public void What_cannot_be_read_is_never_removed() =>
        Assert.Empty(BackupRetention.Surplus([Of(1, BackupReason.Scheduled), Of(0, BackupReason.Scheduled) with { Trouble = "damaged" }], keep: 1, Start.AddDays(2)));

    [Theory]
    [InlineData(0, null, true, "Healthy")]
    [InlineData(4, null, true, "Degraded")]
    [InlineData(4, null, false, "Healthy")]
    [InlineData(0, "The disk is full.", true, "Degraded")]
    public void Health_looks_at_the_last_attempt_and_the_age(int days, string? failure, bool isOn, string expected) => Assert.Equal(
        expected, $"{BackupHealth.Judge(new() { Since = Start, LastSuccess = Start, Failure = failure }, isOn, Start.AddDays(days)).Status}");

    private static BackupView Of(int day, BackupReason reason) =>
        new(BackupName.Of(Start.AddDays(day)), Start.AddDays(day), reason, Bytes: 1, "1.0.0", Format: 1, Rows: 1, Artifacts: 0, Trouble: null);
}
