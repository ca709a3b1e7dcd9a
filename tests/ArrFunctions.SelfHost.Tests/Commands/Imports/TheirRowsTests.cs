using ArrFunctions.SelfHost.Commands.Imports;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Commands.Imports;

public sealed class TheirRowsTests : IDisposable
{
    private readonly TheirFolder theirs = new();
    private readonly ManualTimeProvider clock = new();

    public void Dispose() => theirs.Dispose();

    [Fact]
    public void That_a_table_has_more_rows_than_are_read_is_told()
    {
        theirs.Database("jobs.db", TheirFolder.JobsTable + string.Concat(Enumerable.Range(0, 3).Select(number => TheirFolder.Job($"/media/{number}.mkv", "failed")))).Dispose();
        using var database = TheirDatabase.Open(theirs.PathOf("jobs.db"));
        var (cut, whole) = (new TheirRows(database, clock, mostRows: 2), new TheirRows(database, clock, mostRows: 3));

        Assert.Equal((2, 3), (cut.Jobs().Count(), whole.Jobs().Count()));

        Assert.Contains("more than 2 rows", Assert.Single(cut.Left()), StringComparison.Ordinal);
        Assert.Empty(whole.Left());
    }

    [Fact]
    public void The_copy_has_no_name_while_it_is_read()
    {
        theirs.Database("jobs.db", TheirFolder.JobsTable + TheirFolder.Job("/media/a.mkv", "failed")).Dispose();
        using var database = TheirDatabase.Open(theirs.PathOf("jobs.db"));

        var open = Directory.GetFiles("/proc/self/fd").Select(static link => new FileInfo(link).LinkTarget ?? "").Where(static target => target.Contains("/theirs.db", StringComparison.Ordinal));

        Assert.All(open, target => Assert.EndsWith(" (deleted)", target, StringComparison.Ordinal));
        Assert.NotEmpty(open);
        Assert.Single(new TheirRows(database, clock).Jobs());
    }

    [Theory]
    [InlineData("2099-01-01 00:00:00")]
    [InlineData("0001-01-01 00:00:00")]
    [InlineData("2026-01-01 00:00:01")]
    [InlineData("yesterday")]
    public void A_time_that_cannot_be_is_left_out_and_counted_once(string time)
    {
        theirs.Database("library.db", TheirFolder.ScoreTables + TheirFolder.Score("radarr:1:1", time, 1, "new_file") + TheirFolder.Score("radarr:1:1", "2025-12-28T10:00:00", 2, "improved")).Dispose();
        using var database = TheirDatabase.Open(theirs.PathOf("library.db"));
        var rows = new TheirRows(database, clock);

        Assert.Equal([2, 2], rows.Scores().Concat(rows.Scores()).Select(static row => row.Score));

        Assert.StartsWith("1 of 2 rows of the table score_history", Assert.Single(rows.Left()), StringComparison.Ordinal);
    }
}
