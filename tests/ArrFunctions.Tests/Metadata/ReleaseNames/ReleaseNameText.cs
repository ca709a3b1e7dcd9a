using System.Globalization;
using System.Text;
using ArrFunctions.Metadata;

namespace ArrFunctions.Tests.Metadata.ReleaseNames;

/// <summary>A parsed name as one line: <c>Series The Show|2020|s1|e2,3|a4|d2024-03-15</c>.</summary>
internal static class ReleaseNameText
{
    public static string Of(ReleaseName? name) => name is null ? "nothing" : new StringBuilder($"{name.Kind} {name.Title}")
        .Append(CultureInfo.InvariantCulture, $"{(name.Year is { } year ? $"|{year}" : "")}{(name.Season is { } season ? $"|s{season}" : "")}")
        .Append(name.Episodes.Count == 0 ? "" : $"|e{string.Join(',', name.Episodes)}")
        .Append(name.AbsoluteEpisodes.Count == 0 ? "" : $"|a{string.Join(',', name.AbsoluteEpisodes)}")
        .Append(name.AirDate is { } day ? $"|d{day.ToString("O", CultureInfo.InvariantCulture)}" : "")
        .ToString();
}
