namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>The fields of the kinds of indexers, in the order of the applications.</summary>
internal static class IndexerFields
{
    private static readonly IndexerField ApiPath =
        new("apiPath", "API Path", Default: "\"/api\"") { IsAdvanced = true, HelpText = "Path to the api, usually /api" };

    private static readonly IndexerField Parameters =
        new("additionalParameters", "Additional Parameters") { IsAdvanced = true, HelpText = "Added to each question" };

    private static readonly IndexerField[] Seeds =
    [
        new("minimumSeeders", "Minimum Seeders", "number", "1") { IsAdvanced = true, HelpText = "Fewer are too few" },
        new("seedCriteria.seedRatio", "Seed Ratio", "number") { IsFloat = true, HelpText = "How much is given back" },
        new("seedCriteria.seedTime", "Seed Time", "number") { IsAdvanced = true, Unit = "minutes", HelpText = "How long is seeded" },
    ];

    private static readonly IndexerField Reject =
        new("rejectBlocklistedTorrentHashesWhileGrabbing", "Reject Blocklisted Torrent Hashes While Grabbing", "checkbox", "false")
        {
            IsAdvanced = true, HelpText = "Looked at once more",
        };

    private static readonly IndexerField[] SiteLimits =
    [
        new("baseSettings.queryLimit", "Query Limit", "number") { IsAdvanced = true, HelpText = "How much is asked at most" },
        new("baseSettings.grabLimit", "Grab Limit", "number") { IsAdvanced = true, HelpText = "How much is grabbed at most" },
        new("baseSettings.limitsUnit", "Limits Unit", "select", "0")
        {
            IsAdvanced = true,
            HelpText = "In what time",
            Options = """[{"value":0,"name":"Day","order":0,"hint":"(0)"},{"value":1,"name":"Hour","order":1,"hint":"(1)"}]""",
        },
    ];

    private static readonly IndexerField[] SiteSeeds =
    [
        new("torrentBaseSettings.appMinimumSeeders", "Apps Minimum Seeders", "number") { IsAdvanced = true, HelpText = "Fewer are too few" },
        new("torrentBaseSettings.seedRatio", "Seed Ratio", "number") { IsFloat = true, HelpText = "How much is given back" },
        new("torrentBaseSettings.seedTime", "Seed Time", "number") { IsAdvanced = true, Unit = "minutes", HelpText = "How long is seeded" },
        new("torrentBaseSettings.packSeedTime", "Pack Seed Time", "number") { IsAdvanced = true, Unit = "minutes", HelpText = "How long packs are seeded" },
        new("torrentBaseSettings.preferMagnetUrl", "Prefer Magnet URL", "checkbox", "false") { IsAdvanced = true, HelpText = "Before the file" },
    ];

    public static IReadOnlyList<IndexerField> Sonarr(bool isTorrent) =>
    [
        new("baseUrl", "URL"),
        ApiPath,
        new("apiKey", "API Key") { Privacy = "apiKey" },
        Categories("categories", "Categories", "[5030,5040]"),
        Categories("animeCategories", "Anime Categories", "[]"),
        new("animeStandardFormatSearch", "Anime Standard Format Search", "checkbox", "false") { HelpText = "By season and number too" },
        Parameters,
        .. Lists(""),
        .. isTorrent ? (IndexerField[])
        [
            .. Seeds,
            new("seedCriteria.seasonPackSeedTime", "Season-Pack Seed Time", "number") { IsAdvanced = true, Unit = "minutes", HelpText = "How long packs are seeded" },
            Reject,
        ]
        : [],
    ];

    public static IReadOnlyList<IndexerField> Radarr(bool isTorrent) =>
    [
        new("baseUrl", "URL"),
        ApiPath,
        new("apiKey", "API Key") { Privacy = "apiKey" },
        Categories("categories", "Categories", "[2000,2010,2020,2030,2040,2045,2050,2060]"),
        Parameters,
        .. Lists(",\"dividerAfter\":false"),
        new("removeYear", "Remove year from search query", "checkbox", "false") { IsAdvanced = true, HelpText = "The title alone is searched" },
        .. isTorrent ? (IndexerField[])
        [
            .. Seeds,
            Reject,
            new("requiredFlags", "Required Flags", "select", "[]")
            {
                IsAdvanced = true,
                HelpText = "What a release must be",
                HelpLink = "https://wiki.servarr.com/radarr/settings#indexer-flags",
                Options = """[{"value":1,"name":"G Freeleech","order":1,"dividerAfter":false}]""",
            },
        ]
        : [],
    ];

    /// <summary>Of Torznab and Newznab.</summary>
    public static IReadOnlyList<IndexerField> Prowlarr(bool isTorrent) =>
    [
        new("baseUrl", "Url", Default: "\"\""),
        ApiPath,
        new("apiKey", "API Key") { Privacy = "apiKey", HelpText = "Site API Key" },
        .. isTorrent ? SiteSeeds : [],
        Parameters,
        new("vipExpiration", "VIP Expiration", Default: "\"\"") { HelpText = "The day or nothing" },
        .. SiteLimits,
    ];

    /// <summary>Of a site that is told in a file of its own; what that file adds is shown in clear.</summary>
    public static IReadOnlyList<IndexerField> Cardigann { get; } =
    [
        new("definitionFile", "Cardigann Definition", Default: "\"a-site\"") { IsAdvanced = true, HelpText = "The file" },
        new("baseUrl", "Base Url", "select") { HelpText = "Which address is used", Choices = "getUrls" },
        .. SiteLimits,
        .. SiteSeeds,
        new("username", "Username", Default: "\"\""),
        new("cookie", "Cookie", Default: "\"\""),
    ];

    private static IndexerField Categories(string name, string label, string usual) =>
        new(name, label, "select", usual) { HelpText = "What is asked for", Choices = "newznabCategories" };

    private static IEnumerable<IndexerField> Lists(string more) =>
    [
        new("multiLanguages", "Multi Languages", "select", "[]")
        {
            IsAdvanced = true,
            HelpText = "What MULTI means there",
            Options = $$"""[{"value":-2,"name":"Original","order":0{{more}}},{"value":4,"name":"German","order":0{{more}}}]""",
        },
        new("failDownloads", "Fail Downloads", "select", "[]")
        {
            IsAdvanced = true,
            HelpText = "What makes a download fail",
            Options = $$"""[{"value":0,"name":"Executables","order":7,"hint":"(0)"{{more}}}]""",
        },
    ];
}
