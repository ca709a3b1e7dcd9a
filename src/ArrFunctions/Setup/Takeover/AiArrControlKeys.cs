using System.Globalization;
using System.Text.Json;
using ArrFunctions.Servarr;

namespace ArrFunctions.Setup.Takeover;

/// <summary>The variables of AI Arr Control (<c>config/settings.py</c>, <c>.env.example</c>).</summary>
internal static class AiArrControlKeys
{
    private const string NeverRead = "AI Arr Control never read it.";

    private static readonly Dictionary<string, string> Says = new(StringComparer.Ordinal)
    {
        ["APP_NAME"] = "The program has one name here.",
        ["DEBUG"] = "Logs:Level is here what is closest; it can be changed while the program runs.",
        ["DATABASE_URL"] = "The state lies in the data folder (--data), as one SQLite file.",
        ["DISCOVERY_ENABLED"] = "Discovery is on where Indexers:Discovery:Sources has a source.",
        ["DISCOVERY_SOURCES"] = "Discovery was off there, so its sources are not taken.",
        ["DISCOVERY_INTERVAL_HOURS"] = "Discovery was off there, or ran every day, as it does here.",
        ["DISCOVERY_ADD_TO_PROWLARR"] = "A person confirms each proposal here, and Indexers:Discovery:DryRun stays on.",
        ["HEALTH_CHECK_CACHE_TTL_SECONDS"] = $"{NeverRead} Indexers:CacheFor is here what it was meant to be.",
        ["HEALTH_CHECK_CACHE_MAX_ENTRIES"] = $"{NeverRead} Indexers:CachedInstances is here what is closest.",
        ["SQLALCHEMY_POOL_SIZE"] = NeverRead,
        ["SQLALCHEMY_MAX_OVERFLOW"] = NeverRead,
        ["LOG_FILE"] = $"{NeverRead} Logs:File:Path is here what it was meant to be.",
        ["REQUEST_TIMEOUT_SECONDS"] = $"{NeverRead} Time limits are fixed here, with retries of what may be repeated.",
    };

    public static TakeoverPlan Of(IReadOnlyList<TheirValue> values)
    {
        var draft = new TakeoverDraft(TheirSystem.AiArrControl, values);
        foreach (var service in new[] { ServarrService.Prowlarr, ServarrService.Sonarr, ServarrService.Radarr })
        {
            TheirServers.Take(draft, service, FlatInstance.KeyOf(service), FlatInstance.ApiKeyOf(service));
        }

        TakeDiscovery(draft);
        draft.Check("Healing is a dry run here until Indexers:Heal:DryRun is false. AI Arr Control switched off at the first failure, or tried to: here an indexer fails five times in twelve hours first, and comes back by itself.");
        draft.Check("Look at `indexers heal` for some days before you let it act, and stop AI Arr Control before that: two programs that switch the same indexers undo each other.");
        return draft.End(Says, "AI Arr Control does not know it; it is another program's, or a typing error.");
    }

    private static void TakeDiscovery(TakeoverDraft draft)
    {
        if (draft.Is("DISCOVERY_ENABLED") is not true)
        {
            return;
        }

        if (draft.Text("DISCOVERY_SOURCES") is { } sources)
        {
            var list = List(sources);
            if (list.Count > 0)
            {
                draft.Take(new Taken.Value("Indexers:Discovery:Sources", list, "DISCOVERY_SOURCES"));
                draft.Tell("DISCOVERY_SOURCES", KeyFate.Changed, "What a source names is proposed, and checked against the definitions of Prowlarr; nothing of it is posted as it is.");
                draft.Check("Indexers:Discovery:AllowedHosts names the hosts that a proposed indexer may have. Without it none is proposed.");
            }
            else
            {
                draft.Tell("DISCOVERY_SOURCES", KeyFate.Dropped, "It holds no list of addresses.");
            }
        }

        if (int.TryParse(draft.Text("DISCOVERY_INTERVAL_HOURS"), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and not 24)
        {
            if (hours < 24 && 24 % hours == 0)
            {
                draft.Take(new Taken.Value("Schedules:IndexerDiscovery", [string.Create(CultureInfo.InvariantCulture, $"0 20 */{hours} * * *")], "DISCOVERY_INTERVAL_HOURS"));
                draft.Tell("DISCOVERY_INTERVAL_HOURS", KeyFate.Changed, "A schedule has times of the day here, and no distance from the start.");
            }
            else
            {
                draft.Tell("DISCOVERY_INTERVAL_HOURS", KeyFate.Dropped, "No times of the day are so far apart. Discovery runs every day; Schedules:IndexerDiscovery changes that.");
            }
        }
    }

    /// <summary>JSON as their code wants it, or commas as their documents say.</summary>
    private static List<string> List(string text)
    {
        if (text.StartsWith('['))
        {
            try
            {
                using var json = JsonDocument.Parse(text);
                return [.. json.RootElement.EnumerateArray().Where(static item => item.ValueKind is JsonValueKind.String).Select(static item => item.GetString()!)];
            }
            catch (JsonException)
            {
                return [];
            }
        }

        return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }
}
