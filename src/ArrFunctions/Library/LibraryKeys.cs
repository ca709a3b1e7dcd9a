using System.Globalization;

namespace ArrFunctions.Library;

/// <summary>The row keys of table <c>Library</c>, whose partitions are the instances.</summary>
/// <remarks>
/// <c>a~</c> the state; <c>c~{format}</c>; <c>p~{profile}</c>; <c>t~{title}</c>; <c>f~{title}~{season}{episode}~{episode id}</c> files in the order of
/// titles and episodes; <c>h~{newest first}~{item}</c> what changed; <c>i~{item}~{newest first}</c> the same by item; <c>d~{day}</c> changes counted;
/// <c>r~{newest first}~{export}</c> and <c>x~{export}</c> the exports; <c>s~{time}~{export}</c> figures.
/// </remarks>
internal static class LibraryKeys
{
    public const string Table = "Library";

    public const string State = "a~";
    public const string Formats = "c~";
    public const string Profiles = "p~";
    public const string Titles = "t~";
    public const string Files = "f~";
    public const string Changes = "h~";
    public const string Days = "d~";
    public const string Runs = "r~";
    public const string Snapshots = "s~";

    public static string Format(int id) => Formats + Id(id);

    public static string Profile(int id) => Profiles + Id(id);

    public static string Title(int id) => Titles + Id(id);

    public static string FilesOf(int title) => $"{Files}{Id(title)}~";

    public static string File(int title, LibraryFile file) => file.Episodes is [var first, ..]
        ? string.Create(CultureInfo.InvariantCulture, $"{FilesOf(title)}{first.Season:x4}{first.Number:x6}~{Id(first.Id)}")
        : $"{FilesOf(title)}m";

    public static int TitleOfFile(string rowKey) => int.Parse(rowKey.AsSpan(Files.Length, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public static string Change(DateTimeOffset time, ItemKey item) => $"{Changes}{NewestFirst(time)}~{Item(item)}";

    public static string ChangesOf(ItemKey item) => $"i~{Item(item)}~";

    public static string ChangeOf(ItemKey item, DateTimeOffset time) => ChangesOf(item) + NewestFirst(time);

    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Days}{day:yyyyMMdd}");

    public static string Run(DateTimeOffset started, string export) => $"{Runs}{NewestFirst(started)}~{export}";

    public static string Export(string export) => $"x~{export}";

    public static string Snapshot(DateTimeOffset time, string export) => string.Create(CultureInfo.InvariantCulture, $"{Snapshots}{time.UtcDateTime:yyyyMMddHHmmss}~{export}");

    public static string NewestFirst(DateTimeOffset time) => (DateTimeOffset.MaxValue.UtcTicks - time.UtcTicks).ToString("d19", CultureInfo.InvariantCulture);

    private static string Item(ItemKey item) => $"{Id(item.TitleId)}~{Id(item.EpisodeId)}";

    private static string Id(int id) => id.ToString("x8", CultureInfo.InvariantCulture);
}
