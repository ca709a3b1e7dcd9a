namespace ArrFunctions.Demo.Servarr.Scores;

/// <summary>Makes up files as a library has them: qualities, sizes, what is in them.</summary>
internal sealed class SampleRelease(SampleCatalogue catalogue, ServarrApp app, Random random)
{
    private static readonly DateTimeOffset First = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>With megabytes a minute, and how many of a hundred files are of it.</summary>
    private static readonly (string Quality, string Resolution, int Rate, int Share)[] Qualities =
    [
        ("HDTV-720p", "1280x720", 15, 4),
        ("WEBDL-720p", "1280x720", 20, 8),
        ("WEBDL-1080p", "1920x1080", 45, 30),
        ("WEBRip-1080p", "1920x1080", 30, 10),
        ("Bluray-1080p", "1920x800", 75, 16),
        ("Remux-1080p", "1920x1080", 220, 4),
        ("WEBDL-2160p", "3840x2160", 110, 16),
        ("Bluray-2160p", "3840x1600", 160, 8),
        ("Remux-2160p", "3840x2160", 400, 4),
    ];

    private static readonly string[] Ranges = ["", "", "HDR10", "HDR10", "DV HDR10", "HDR10Plus", "HLG"];

    private static readonly (string Codec, decimal Channels)[] Sounds = [("AAC", 2m), ("EAC3", 5.1m), ("AC3", 5.1m), ("DTS", 5.1m), ("TrueHD Atmos", 7.1m)];

    /// <param name="path">Gets the name of the quality.</param>
    public Import Import(int minutes, Func<string, string> path)
    {
        var (kind, resolution, rate) = Quality();
        var quality = app == ServarrApp.Sonarr && kind.StartsWith("Remux", StringComparison.Ordinal) ? $"Bluray{kind[5..]} Remux" : kind;
        var isUltra = resolution.StartsWith("38", StringComparison.Ordinal);
        var (codec, channels) = Sounds[random.Next(Sounds.Length)];
        var media = new MediaInfo
        {
            VideoCodec = isUltra || random.Next(3) == 0 ? "x265" : "h264",
            Resolution = resolution,
            DynamicRangeType = isUltra ? Ranges[random.Next(Ranges.Length)] : "",
            AudioCodec = codec,
            AudioChannels = channels,
            Runtime = TimeSpan.FromSeconds((minutes * 60) + random.Next(-90, 90)),
        };
        return new()
        {
            RelativePath = path(quality),
            Languages = random.Next(4) == 0 ? [ServarrLanguage.English, ServarrLanguage.German] : [ServarrLanguage.English],
            Size = (long)(minutes * rate * (0.7 + (0.6 * random.NextDouble())) * 1_048_576),
            Quality = quality,
            ReleaseGroup = random.Next(20) == 0 ? null : $"GRP{random.Next(40)}",
            CustomFormats = catalogue.Choose(random, kind, media),
            Media = random.Next(33) == 0 ? null : media,
            Added = First.AddMinutes(random.Next(3 * 365 * 24 * 60)),
        };
    }

    private (string Quality, string Resolution, int Rate) Quality()
    {
        var place = random.Next(100);
        var (quality, resolution, rate, _) = Qualities.First(one => (place -= one.Share) < 0);
        return (quality, resolution, rate);
    }
}
