using System.Globalization;

namespace ArrFunctions.Demo.Servarr;

/// <summary>What an application found in a file.</summary>
public sealed record MediaInfo
{
    /// <summary>In the applications' words: <c>x265</c>, <c>h264</c>, <c>AV1</c>.</summary>
    public string VideoCodec { get; init; } = "x264";

    public string Resolution { get; init; } = "1920x1080";

    /// <summary><c>HDR10</c>, <c>HDR10Plus</c>, <c>DV</c>, <c>DV HDR10</c>, <c>HLG</c>; empty for SDR.</summary>
    public string DynamicRangeType { get; init; } = "";

    public string AudioCodec { get; init; } = "AAC";

    public decimal AudioChannels { get; init; } = 2;

    public TimeSpan Runtime { get; init; } = TimeSpan.FromSeconds(70);

    /// <summary><c>43:12</c>, or <c>2:01:33</c> from an hour on; Sonarr loses the days.</summary>
    internal string RuntimeText(ServarrApp app)
    {
        var hours = app == ServarrApp.Radarr ? (int)Runtime.TotalHours : Runtime.Hours;
        return hours > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{hours}:{Runtime.Minutes:00}:{Runtime.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{Runtime.Minutes}:{Runtime.Seconds:00}");
    }
}
