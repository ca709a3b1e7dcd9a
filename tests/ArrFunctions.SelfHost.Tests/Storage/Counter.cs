using System.Globalization;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Tests.Storage;

/// <summary>One row that several writers count up by its ETag.</summary>
internal static class Counter
{
    public static async Task IncrementAsync(ITableStore store, int times)
    {
        for (var done = 0; done < times;)
        {
            var row = await store.GetAsync("Things", "counters", "counter");
            try
            {
                await store.CommitAsync(
                    "Things",
                    "counters",
                    [row is null ? new TableChange.Insert("counter", "1") : new TableChange.Replace("counter", $"{Value(row) + 1}", row.ETag)]);
                done++;
            }
            catch (TableConflictException)
            {
                // Another writer was first: read again.
            }
        }
    }

    public static async Task<int> ReadAsync(ITableStore store) => Value((await store.GetAsync("Things", "counters", "counter"))!);

    private static int Value(TableRow row) => int.Parse(row.Content, CultureInfo.InvariantCulture);
}
