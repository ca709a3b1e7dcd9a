namespace ArrFunctions.Demo.Servarr.Scores;

/// <summary>The custom formats and quality profiles of a sample library.</summary>
internal sealed class SampleCatalogue
{
    private const string Tier = "tier";

    private static readonly SampleFormat[] Trash =
    [
        new("Remux Tier 01", 6_000, 0.4, "Remux", Tier),
        new("Remux Tier 02", 1_850, 0.5, "Remux", Tier),
        new("UHD Bluray Tier 01", 2_000, 0.4, "Bluray-2160p", Tier),
        new("HD Bluray Tier 01", 1_800, 0.3, "Bluray-1080p", Tier),
        new("WEB Tier 01", 1_700, 0.2, "WEB", Tier),
        new("WEB Tier 02", 1_650, 0.2, "WEB", Tier),
        new("WEB Tier 03", 1_600, 0.1, "WEB", Tier),
        new("DV HDR10", 1_500, 0.9, "DV HDR10"),
        new("HDR10", 500, 0.9, "HDR10"),
        new("HDR10+ Boost", 100, 0.9, "HDR10Plus"),
        new("IMAX Enhanced", 800, 0.02),
        new("TrueHD ATMOS", 5_000, 0.1, "Remux"),
        new("DD+ ATMOS", 300, 0.1),
        new("Repack/Proper", 5, 0.05),
        new("Streaming A", 80, 0.5, Slot: "from"),
        new("Streaming B", 70, 1, Slot: "from"),
        new("BR-DISK", -10_000, 0.05),
        new("LQ", -10_000, 0.4),
        new("LQ (Release Title)", -10_000, 0.1),
        new("x265 (HD)", -10_000, 0.3),
        new("Upscaled", -10_000, 0.1),
        new("No-RlsGroup", -10_000, 0.05),
    ];

    private static readonly SampleFormat[] Ordinary =
    [
        new("Preferred Group", 100, 0.15),
        new("Remux", 80, 0.8, "Remux"),
        new("HDR", 50, 0.9, "HDR10"),
        new("Atmos", 30, 0.15),
        new("x265", 20, 0.3),
        new("WEB", 10, 1, "WEB"),
        new("Proper", 5, 0.1),
        new("Low Quality", -50, 0.5),
        new("Hardcoded Subs", -100, 0.2),
        new("Cam", -75, 0.3),
    ];

    private readonly (SampleFormat Sample, CustomFormat Format)[] formats;
    private readonly double bad;

    private SampleCatalogue((SampleFormat Sample, CustomFormat Format)[] formats, double bad, IReadOnlyList<QualityProfile> profiles) =>
        (this.formats, this.bad, Profiles) = (formats, bad, profiles);

    /// <summary>The first is for most, the second and the third are for 2160p, the last allows no upgrades.</summary>
    public IReadOnlyList<QualityProfile> Profiles { get; }

    public static SampleCatalogue AddTo(FakeLibrary library, ScoreScale scale)
    {
        var samples = scale == ScoreScale.Trash ? Trash : Ordinary;
        var formats = Array.ConvertAll(samples, sample => (sample, library.Formats.Add(id => new(id, sample.Name))));
        var scores = formats.ToDictionary(format => format.Item2.Id, format => format.sample.Points);
        var remux = library.Qualities.Find(library.App == ServarrApp.Radarr ? "Remux-2160p" : "Bluray-2160p Remux").Id;
        var first = library.Profiles.Edit(1, any => any with
        {
            Name = "HD Bluray + WEB", Cutoff = library.Qualities.Find("Bluray-1080p").Id, Scores = scores, CutoffFormatScore = scale == ScoreScale.Trash ? 10_000 : 150,
        });
        QualityProfile Add(string name, Func<QualityProfile, QualityProfile> with) => library.Profiles.Add(id => with(first with { Id = id, Name = name }));
        return new(formats, scale == ScoreScale.Trash ? 0.48 : 0.12,
        [
            first,
            Add("UHD Bluray + WEB", profile => profile with { Cutoff = library.Qualities.Find("Bluray-2160p").Id }),
            Add("Remux + WEB 2160p", profile => profile.Scored(formats[0].Item2, formats[0].sample.Points / 2) with { Cutoff = remux, MinUpgradeFormatScore = 100 }),
            Add("Older", profile => profile with { UpgradeAllowed = false, Cutoff = QualityProfile.Web1080p }),
        ]);
    }

    /// <summary>Which formats a release has: good ones as their shares say, and a bad one for its part of all files; a few have none.</summary>
    public IReadOnlyList<CustomFormat> Choose(Random random, string quality, MediaInfo media)
    {
        var chance = random.NextDouble();
        if (chance >= 0.98)
        {
            return [];
        }

        List<CustomFormat> chosen = [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (var (sample, format) in formats)
        {
            if (sample.Points > 0 && sample.IsOf(quality, media) && random.NextDouble() < sample.Share && (sample.Slot.Length == 0 || taken.Add(sample.Slot)))
            {
                chosen.Add(format);
            }
        }

        if (chance < bad)
        {
            chosen.Add(Bad(random));
        }

        return chosen;
    }

    private CustomFormat Bad(Random random)
    {
        var candidates = formats.Where(format => format.Sample.Points < 0).ToList();
        var place = random.NextDouble() * candidates.Sum(format => format.Sample.Share);
        return candidates.First(format => (place -= format.Sample.Share) <= 0).Format;
    }
}
