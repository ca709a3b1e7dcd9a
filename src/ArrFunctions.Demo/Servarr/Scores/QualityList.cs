namespace ArrFunctions.Demo.Servarr.Scores;

/// <summary>The qualities of an application from the worst to the best, grouped as they are at first.</summary>
internal sealed class QualityList
{
    private static readonly QualityList Radarr = new(
    [
        new Quality(0, "Unknown", "unknown", 0),
        new Quality(24, "WORKPRINT", "workprint", 0),
        new Quality(25, "CAM", "cam", 0),
        new Quality(26, "TELESYNC", "telesync", 0),
        new Quality(27, "TELECINE", "telecine", 0),
        new Quality(29, "REGIONAL", "dvd", 480, "regional"),
        new Quality(28, "DVDSCR", "dvd", 480, "screener"),
        new Quality(1, "SDTV", "tv", 480),
        new Quality(2, "DVD", "dvd", 0),
        new Quality(23, "DVD-R", "dvd", 480, "remux"),
        new(1000, "WEB 480p", [new(8, "WEBDL-480p", "webdl", 480), new(12, "WEBRip-480p", "webrip", 480)]),
        new Quality(20, "Bluray-480p", "bluray", 480),
        new Quality(21, "Bluray-576p", "bluray", 576),
        new Quality(4, "HDTV-720p", "tv", 720),
        new(1001, "WEB 720p", [new(5, "WEBDL-720p", "webdl", 720), new(14, "WEBRip-720p", "webrip", 720)]),
        new Quality(6, "Bluray-720p", "bluray", 720),
        new Quality(9, "HDTV-1080p", "tv", 1080),
        new(1002, "WEB 1080p", [new(3, "WEBDL-1080p", "webdl", 1080), new(15, "WEBRip-1080p", "webrip", 1080)]),
        new Quality(7, "Bluray-1080p", "bluray", 1080),
        new Quality(30, "Remux-1080p", "bluray", 1080, "remux"),
        new Quality(16, "HDTV-2160p", "tv", 2160),
        new(1003, "WEB 2160p", [new(18, "WEBDL-2160p", "webdl", 2160), new(17, "WEBRip-2160p", "webrip", 2160)]),
        new Quality(19, "Bluray-2160p", "bluray", 2160),
        new Quality(31, "Remux-2160p", "bluray", 2160, "remux"),
        new Quality(22, "BR-DISK", "bluray", 1080, "brdisk"),
        new Quality(10, "Raw-HD", "tv", 1080, "rawhd"),
    ]);

    private static readonly QualityList Sonarr = new(
    [
        new Quality(0, "Unknown", "unknown", 0),
        new Quality(1, "SDTV", "television", 480),
        new(1000, "WEB 480p", [new(12, "WEBRip-480p", "webRip", 480), new(8, "WEBDL-480p", "web", 480)]),
        new Quality(2, "DVD", "dvd", 480),
        new Quality(13, "Bluray-480p", "bluray", 480),
        new Quality(22, "Bluray-576p", "bluray", 576),
        new Quality(4, "HDTV-720p", "television", 720),
        new Quality(9, "HDTV-1080p", "television", 1080),
        new Quality(10, "Raw-HD", "televisionRaw", 1080),
        new(1001, "WEB 720p", [new(14, "WEBRip-720p", "webRip", 720), new(5, "WEBDL-720p", "web", 720)]),
        new Quality(6, "Bluray-720p", "bluray", 720),
        new(1002, "WEB 1080p", [new(15, "WEBRip-1080p", "webRip", 1080), new(3, "WEBDL-1080p", "web", 1080)]),
        new Quality(7, "Bluray-1080p", "bluray", 1080),
        new Quality(20, "Bluray-1080p Remux", "blurayRaw", 1080),
        new Quality(16, "HDTV-2160p", "television", 2160),
        new(1003, "WEB 2160p", [new(17, "WEBRip-2160p", "webRip", 2160), new(18, "WEBDL-2160p", "web", 2160)]),
        new Quality(19, "Bluray-2160p", "bluray", 2160),
        new Quality(21, "Bluray-2160p Remux", "blurayRaw", 2160),
    ]);

    private readonly Dictionary<string, Quality> byName;
    private readonly Dictionary<int, int> places = [];

    private QualityList(IReadOnlyList<QualityRank> ranks)
    {
        Ranks = ranks;
        byName = ranks.SelectMany(rank => rank.Members).ToDictionary(quality => quality.Name, StringComparer.OrdinalIgnoreCase);
        for (var place = 0; place < ranks.Count; place++)
        {
            places[ranks[place].Id] = place;
            foreach (var quality in ranks[place].Members)
            {
                places[quality.Id] = place;
            }
        }
    }

    public IReadOnlyList<QualityRank> Ranks { get; }

    public static QualityList Of(ServarrApp app) => app == ServarrApp.Radarr ? Radarr : Sonarr;

    /// <returns>The unknown one where the application has none of this name.</returns>
    public Quality Find(string name) => byName.GetValueOrDefault(name) ?? Ranks[0].Members[0];

    /// <summary>Those of one group have the same place.</summary>
    /// <param name="id">Of a quality or a group.</param>
    public int PlaceOf(int id) => places.GetValueOrDefault(id);
}
