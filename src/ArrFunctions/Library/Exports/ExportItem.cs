using System.Globalization;

namespace ArrFunctions.Library.Exports;

/// <summary>What one job of an export works on: some movies or series of an instance, by their ids.</summary>
/// <param name="IsRefresh">One title, whatever is known of it: something was imported.</param>
internal sealed record ExportItem(string Instance, int From, int To, bool IsRefresh = false)
{
    /// <summary><c>radarr/12-870</c>; <c>radarr/12</c> for a refresh.</summary>
    public override string ToString() => IsRefresh
        ? string.Create(CultureInfo.InvariantCulture, $"{Instance}/{From}")
        : string.Create(CultureInfo.InvariantCulture, $"{Instance}/{From}-{To}");

    public static ExportItem? Parse(string path) =>
        path.Split('/') is not [var instance, var ids] ? null
        : ids.Split('-') switch
        {
            [var id] when IsId(id, out var only) => new(instance, only, only, IsRefresh: true),
            [var first, var last] when IsId(first, out var from) && IsId(last, out var to) => new(instance, from, to),
            _ => null,
        };

    private static bool IsId(string text, out int id) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}
