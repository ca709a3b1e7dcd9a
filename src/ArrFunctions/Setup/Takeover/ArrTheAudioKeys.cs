using System.Globalization;
using ArrFunctions.Audio;

namespace ArrFunctions.Setup.Takeover;

/// <summary>The configuration of ArrTheAudio (<c>config.yaml</c>).</summary>
internal static class ArrTheAudioKeys
{
    private const string NeverRead = "ArrTheAudio never read it.";

    private static readonly Dictionary<string, string> Says = new(StringComparer.Ordinal)
    {
        ["language_priority"] = "It names no language, so Audio:Languages stays as it is.",
        ["language_priority[]"] = "It is no language that is known here.",
        ["path_overrides[].language_priority[]"] = "Its entry has no path.",
        ["tmdb.enabled"] = "It is neither true nor false.",
        ["tmdb.cache_path"] = "Answers of TMDB lie in the state; DELETE caches/tmdb empties them.",
        ["containers.mkv"] = "Matroska files are looked at unless a rule of Audio:Rules leaves them alone.",
        ["containers.mp4"] = "MP4 files are looked at unless a rule of Audio:Rules leaves them alone; the flag is set in place, without a new file.",
        ["api.host"] = "--urls says where the service listens.",
        ["api.port"] = "--urls says where the service listens; 7071 is the default.",
        ["api.workers"] = "ArrTheAudio only logged it.",
        ["api.webhook_secret"] = "It is empty, or the placeholder of the example: everybody could send there. Here every sender needs a key, which `setup webhook` makes.",
        ["processing.max_queue_size"] = $"{NeverRead} Batches:MostOpen bounds the batches here, and no accepted webhook is refused.",
        ["processing.worker_count"] = "Each lane has workers of its own here: Jobs:Workers:Webhook and its like.",
        ["processing.max_mp4_concurrent"] = "MP4 files are changed in place here, so that nothing has to be held back; rewrites have the lane slow.",
        ["processing.timeout_seconds"] = "It held for a remux of MP4 files, which is not needed here; Audio:Fallback:Timeout is for the programs that still run.",
        ["processing.retry_attempts"] = $"{NeverRead} Jobs:MaxAttempts is here what it was meant to be.",
        ["processing.job_retention_days"] = $"{NeverRead} Jobs:KeepFor is here what it was meant to be.",
        ["processing.max_file_size_gb"] = $"{NeverRead} Audio:MaxFileSize is here what it was meant to be.",
        ["processing.retry_delay_seconds"] = $"{NeverRead} The time between attempts grows by itself here.",
        ["processing.job_history_days"] = $"{NeverRead} Jobs:KeepFor is here what it was meant to be.",
        ["processing.failed_job_days"] = $"{NeverRead} Jobs:KeepFailedFor is here what it was meant to be.",
        ["processing.cleanup_interval_hours"] = $"{NeverRead} Schedules:JobCleanup is here what it was meant to be.",
        ["jobs.max_queue_size"] = NeverRead,
        ["jobs.max_concurrent"] = $"{NeverRead} Jobs:Workers is here what it was meant to be.",
        ["jobs.storage_path"] = $"{NeverRead} The state lies in the data folder.",
        ["jobs.retention_days"] = $"{NeverRead} Jobs:KeepFor is here what it was meant to be.",
        ["jobs.cleanup_interval_hours"] = $"{NeverRead} Schedules:JobCleanup is here what it was meant to be.",
        ["logging.output"] = "It is a file of another container. The log goes to the console; Logs:File:Path also writes it into a file, which is rotated here.",
        ["logging.format"] = "It is neither json nor text.",
        ["logging.level"] = "It is no level.",
        ["execution.skip_if_correct"] = "It is neither true nor false.",
    };

    public static TakeoverPlan Of(IReadOnlyList<TheirValue> values)
    {
        var draft = new TakeoverDraft(TheirSystem.ArrTheAudio, values);
        TakeContainers(draft);
        TakeLanguages(draft);
        TakeOverrides(draft);
        TakeMappings(draft);
        TakeTmdb(draft);
        TakeRest(draft);
        draft.Check("Audio:Roots names the folders outside which nothing is touched; ArrTheAudio had none. Set it before Audio:DryRun is turned off.");
        draft.Check("Hardlinked files wait here until the torrent is gone (Audio:HardlinkPolicy); ArrTheAudio changed what the torrent client still seeded.");
        draft.Check("`setup webhook` connects Sonarr and Radarr to here. Remove the connections to ArrTheAudio (port 9393) in both, or two programs change the same files.");
        return draft.End(Says, "ArrTheAudio does not know it: it is a typing error, or from its documents alone.");
    }

    private static void TakeContainers(TakeoverDraft draft)
    {
        foreach (var (name, pattern) in new[] { ("containers.mkv", "**/*.{mkv,mka,webm}"), ("containers.mp4", "**/*.{mp4,m4v,mov}") })
        {
            if (draft.Is(name) is false)
            {
                draft.Take(new Taken.Rule([pattern], [], name));
                draft.Tell(name, KeyFate.Changed, "A rule before all others leaves these files alone. They are changed in place here, so the rule may not be needed any more.");
            }
        }
    }

    private static void TakeLanguages(TakeoverDraft draft)
    {
        var languages = Languages(draft, "language_priority[]", static _ => true);
        if (languages.Count > 0)
        {
            draft.Take(new Taken.Value(AudioSettings.LanguagesKey, languages, "language_priority"));
        }
    }

    private static void TakeOverrides(TakeoverDraft draft)
    {
        foreach (var path in draft.All("path_overrides[].path").ToList())
        {
            var isSame = false;
            var patterns = draft.Usable(path) is { } pattern ? FnmatchPattern.Convert(pattern, out isSame) : [];
            if (patterns.Count == 0)
            {
                draft.Tell(path.Name, KeyFate.Dropped, "No file ever fitted it: it begins with neither a slash nor a star.");
                foreach (var language in draft.All("path_overrides[].language_priority[]").Where(language => language.ListPlace == path.ListPlace))
                {
                    draft.Tell(language.Name, KeyFate.Dropped, "The path of its entry is not taken.");
                }

                continue;
            }

            var languages = Languages(draft, "path_overrides[].language_priority[]", value => value.ListPlace == path.ListPlace);
            if (languages.Count == 0)
            {
                draft.Tell(path.Name, KeyFate.Dropped, "It has no language that is known here.");
                continue;
            }

            draft.Take(new Taken.Rule(patterns, languages, path.Name));
            draft.Tell(path.Name, KeyFate.Changed, isSame
                ? "A star does not take slashes here, so it is written in another way; it fits the same files."
                : $"A star does not take slashes here. It is written as {string.Join(" and ", patterns)}: check with `audio explain FILE` that it fits the same files.");
        }
    }

    private static List<string> Languages(TakeoverDraft draft, string pattern, Func<TheirValue, bool> isWanted)
    {
        var languages = new List<string>();
        foreach (var value in draft.All(pattern).Where(isWanted))
        {
            if (draft.Usable(value) is { } text && AudioSettingKinds.Language.TryRead(text, out _))
            {
                languages.Add(text);
                draft.Tell(value.Name, KeyFate.Taken, "Codes of any kind and names are known here, and German is German as de, deu and ger.");
            }
            else
            {
                draft.Tell(value.Name, KeyFate.Dropped, "It is no language that is known here.");
            }
        }

        return [.. languages.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static void TakeMappings(TakeoverDraft draft)
    {
        var remotes = draft.All("path_mappings[].remote").ToList();
        foreach (var remote in remotes)
        {
            var local = draft.All("path_mappings[].local").FirstOrDefault(value => value.ListPlace == remote.ListPlace);
            if (local is null || draft.Usable(remote) is not { } from || draft.Usable(local) is not { } to)
            {
                draft.Tell(remote.Name, KeyFate.Dropped, "A mapping needs both of its folders.");
                continue;
            }

            var name = $"path_mappings[{remote.ListPlace}]";
            if (from == to)
            {
                draft.Tell(remote.Name, KeyFate.Dropped, "Both folders are the same: a path without a mapping is used as it is.");
                draft.Tell(local.Name, KeyFate.Dropped, "Both folders are the same: a path without a mapping is used as it is.");
                continue;
            }

            draft.Take(new Taken.Mapping(from, to, name));
            draft.Tell(remote.Name, KeyFate.Taken, "Where several fit, the deepest is taken here, whatever their order.");
            draft.Tell(local.Name, KeyFate.Taken, "It has to be the folder as this program sees it: the same in its container.");
        }

        draft.TellAll("path_mappings[].local", KeyFate.Dropped, "A mapping needs both of its folders.");
    }

    private static void TakeTmdb(TakeoverDraft draft)
    {
        if (draft.Is("tmdb.enabled") is { } isOn)
        {
            draft.Take(new Taken.Value("Tmdb:Enabled", [isOn ? "true" : "false"], "tmdb.enabled"));
            draft.Tell("tmdb.enabled", KeyFate.Taken, "What Sonarr and Radarr tell of the language comes first here, also where TMDB is off.");
        }

        if (draft.Text("tmdb.api_key") is { } key)
        {
            TakeTmdbKey(draft, key, "tmdb.api_key");
        }

        if (int.TryParse(draft.Text("tmdb.cache_ttl_days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 3650)
        {
            draft.Take(new Taken.Value("Tmdb:CacheFor", [string.Create(CultureInfo.InvariantCulture, $"{days}d")], "tmdb.cache_ttl_days"));
            draft.Tell("tmdb.cache_ttl_days", KeyFate.Taken, "Searches and misses are kept here as well.");
        }

        draft.TellAll("tmdb.cache_ttl_days", KeyFate.Dropped, "It is no number of days from 1 to 3650.");
    }

    /// <summary>An access token, which has three parts, is sent in a header; an older key only fits into an address.</summary>
    internal static void TakeTmdbKey(TakeoverDraft draft, string key, string name)
    {
        if (TheirServers.IsPlaceholder(key))
        {
            draft.Tell(name, KeyFate.Dropped, "It is the placeholder of the example, and no key.");
            return;
        }

        var isToken = key.StartsWith("eyJ", StringComparison.Ordinal) && key.Count(static letter => letter is '.') == 2;
        draft.Take(new Taken.Value(isToken ? "Tmdb:AccessToken" : "Tmdb:ApiKey", [key], name));
        draft.Tell(name, KeyFate.Taken, isToken ? "It is an access token." : "It is an API key, which stands in the address of each request; an access token (Tmdb:AccessToken) does not. It was logged in clear there after an error of TMDB: have TMDB make a new one.");
    }

    private static void TakeRest(TakeoverDraft draft)
    {
        if (draft.Text("api.webhook_secret") is { } secret && !TheirServers.IsPlaceholder(secret))
        {
            draft.Take(new Taken.Value("Webhooks:Secret", [secret], "api.webhook_secret"));
            draft.Tell("api.webhook_secret", KeyFate.Changed, "Scripts that sign go on. Sonarr and Radarr cannot sign: `setup webhook` gives each a key of its own.");
        }

        if (draft.Text("logging.format")?.ToLowerInvariant() is "json" or "text" && draft.Text("logging.format") is { } format)
        {
            draft.Take(new Taken.Value("Logs:Format", [format.ToLowerInvariant()], "logging.format"));
            draft.Tell("logging.format", KeyFate.Taken, "The fields have other names.");
        }

        if (draft.Text("logging.format") is null)
        {
            draft.Check("Lines of the log are text here. There they were JSON, its default; Logs:Format=json writes them so.");
        }

        if (draft.Text("logging.level")?.ToLowerInvariant() is "trace" or "debug" or "info" or "warning" or "error" or "critical" && draft.Text("logging.level") is { } level)
        {
            draft.Take(new Taken.Value("Logs:Level", [level.Equals("info", StringComparison.OrdinalIgnoreCase) ? "information" : level.ToLowerInvariant()], "logging.level"));
            draft.Tell("logging.level", KeyFate.Taken, "It can be changed while the program runs.");
        }

        if (draft.Is("execution.skip_if_correct") is { } skips)
        {
            draft.Take(new Taken.Value("Audio:SkipIfCorrect", [skips ? "true" : "false"], "execution.skip_if_correct"));
            draft.Tell("execution.skip_if_correct", KeyFate.Changed, "A file counts as correct here when the chosen track is the only default one; ArrTheAudio looked at the chosen one alone.");
        }

        var dryRun = draft.Is("execution.dry_run") switch { true => "true", false => "false", _ => "false, its default" };
        draft.Tell("execution.dry_run", KeyFate.Changed, $"It was {dryRun}. Audio:DryRun stays on here until you turn it off.");
        draft.Check($"Nothing is written to a file until Audio:DryRun is false. There execution.dry_run was {dryRun}.");
    }
}
