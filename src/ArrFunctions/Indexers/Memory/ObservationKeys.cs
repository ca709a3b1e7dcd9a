using System.Globalization;
using ArrFunctions.Platform;

namespace ArrFunctions.Indexers.Memory;

/// <summary>Where what is known of indexers lies in the table <c>Observations</c>: a partition for each, <c>{instance}~{id}</c>, the newest first.</summary>
/// <remarks>
/// <c>o~{block}~{part}</c> the <see cref="ObservationBlock"/>s, <c>d~{day}</c> and <c>m~{month}</c> figures, times in UTC and inverted; <c>head</c> the <see cref="ObservationHead"/>.
/// The partition <c>indexers</c> has a row for each of the others.
/// </remarks>
internal static class ObservationKeys
{
    public const string Table = "Observations";

    public const string Indexers = "indexers";

    public const string Head = "head";

    public const string Blocks = "o~";

    public const string Days = "d~";

    public const string Months = "m~";

    private const long LastBlock = 99_999_999;

    private const int LastPart = 999;

    private const int LastDay = 9_999_999;

    private const int LastMonth = 999_999;

    public static string Partition(IndexerKey indexer) => string.Create(CultureInfo.InvariantCulture, $"{indexer.Instance}~{indexer.Id}");

    public static IndexerKey IndexerOf(string partition)
    {
        var end = partition.LastIndexOf('~');
        return new(partition[..end], int.Parse(partition.AsSpan(end + 1), CultureInfo.InvariantCulture));
    }

    /// <summary>Later parts of a block are newer and come first.</summary>
    public static string Block(DateTimeOffset block, int part) => string.Create(CultureInfo.InvariantCulture, $"{Blocks}{Inverted(block)}~{LastPart - part:d3}");

    /// <summary>What the rows of the block of a time, and older ones, come after, without their prefix.</summary>
    public static string BeforeBlock(DateTimeOffset time) => AfterBlock(time + ObservationBlock.Length);

    /// <summary>What only rows older than the block of a time come after.</summary>
    public static string AfterBlock(DateTimeOffset time) => Inverted(time) + "~~";

    public static DateTimeOffset BlockOf(string rowKey) =>
        new((LastBlock - long.Parse(rowKey.AsSpan(Blocks.Length, 8), CultureInfo.InvariantCulture)) * ObservationBlock.Length.Ticks, TimeSpan.Zero);

    /// <summary>Blocks with times from one to another (not included).</summary>
    public static RowKeyRange BlocksBetween(DateTimeOffset from, DateTimeOffset until) =>
        new($"{Blocks}{Inverted(until.AddTicks(-1))}", Blocks + AfterBlock(from));

    /// <summary>Blocks that began before one.</summary>
    public static RowKeyRange BlocksBefore(DateTimeOffset block) => new(Blocks + AfterBlock(block), Blocks[..^1] + "\u007f");

    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Days}{LastDay - day.DayNumber:d7}");

    public static string Month(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Months}{LastMonth - (day.Year * 12) - day.Month:d6}");

    /// <summary>The day of a row, or the first day of its month.</summary>
    public static DateOnly DayOf(string rowKey)
    {
        var number = int.Parse(rowKey.AsSpan(Days.Length), CultureInfo.InvariantCulture);
        var month = LastMonth - number - 1;
        return rowKey.StartsWith(Days, StringComparison.Ordinal) ? DateOnly.FromDayNumber(LastDay - number) : new(month / 12, (month % 12) + 1, 1);
    }

    /// <summary>A day or month and all that are older.</summary>
    public static RowKeyRange UpTo(string rowKey) => new(rowKey, rowKey[..2] + "~");

    private static string Inverted(DateTimeOffset time) => (LastBlock - (time.UtcTicks / ObservationBlock.Length.Ticks)).ToString("d8", CultureInfo.InvariantCulture);
}
