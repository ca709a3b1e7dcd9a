using ArrFunctions.Servarr;

namespace ArrFunctions.Setup.Takeover;

/// <summary>The configuration of Arr Score Exporter (<c>config.yaml</c>).</summary>
internal static class ArrScoreExporterKeys
{
    private const string NeverRead = "Arr Score Exporter never read it.";

    private static readonly Dictionary<string, string> Says = new(StringComparer.Ordinal)
    {
        ["export.custom_formats.tmdb_score"] = "Scores of TMDB are no custom formats; the command that was to push them pushed nothing.",
        ["export.custom_formats.imdb_score"] = "Scores of IMDb are no custom formats; the command that was to push them pushed nothing.",
        ["apis.tmdb.enabled"] = NeverRead,
        ["apis.imdb.enabled"] = NeverRead,
        ["export.score_sources"] = NeverRead,
        ["export.score_sources[]"] = NeverRead,
        ["export.retry_attempts"] = $"{NeverRead} Calls that may be repeated are repeated here.",
        ["export.retry_delay"] = NeverRead,
        ["export.rate_limit"] = $"{NeverRead} A library needs few calls here: all files of a series, or of fifty movies, come in one.",
        ["export.output_dir"] = $"{NeverRead} `library export --output FOLDER` writes the reports where you want them; they are kept in the state in any case (Library:KeepExports).",
        ["export.generate_dashboard"] = $"{NeverRead} report.html is part of every export.",
        ["export.max_workers"] = $"{NeverRead} The workers of the lane low fetch.",
        ["export.timeout"] = NeverRead,
        ["export.database_path"] = $"{NeverRead} The history lies in the state.",
        ["export.upgrade_candidate_threshold"] = $"{NeverRead} A candidate is found by its profile here: cutoff, minimum, and what others of its kind have.",
        ["export.enable_trend_analysis"] = $"{NeverRead} Trends are part of every analysis.",
        ["dashboard.title"] = NeverRead,
        ["dashboard.theme"] = $"{NeverRead} Reports follow the light or dark of the browser.",
        ["dashboard.show_upgrade_candidates"] = $"{NeverRead} Lists in reports are complete and can be filtered.",
        ["dashboard.show_format_analysis"] = $"{NeverRead} Lists in reports are complete and can be filtered.",
        ["logging.level"] = $"{NeverRead} Logs:Level is here what it was meant to be.",
        ["logging.format"] = $"{NeverRead} Logs:Format is here what it was meant to be.",
        ["logging.file"] = $"{NeverRead} Logs:File:Path is here what it was meant to be.",
        ["logging.console_output"] = NeverRead,
        ["logging.rich_formatting"] = NeverRead,
    };

    public static TakeoverPlan Of(IReadOnlyList<TheirValue> values)
    {
        var draft = new TakeoverDraft(TheirSystem.ArrScoreExporter, values);
        foreach (var service in new[] { ServarrService.Sonarr, ServarrService.Radarr })
        {
            var section = FlatInstance.Name(service);
            if (draft.Is($"{section}.enabled") is false)
            {
                foreach (var name in new[] { "enabled", "url", "api_key" })
                {
                    draft.TellAll($"{section}.{name}", KeyFate.Dropped, $"{section}.enabled is false.");
                }

                continue;
            }

            TheirServers.Take(draft, service, $"{section}.url", $"{section}.api_key");
            if (draft.Text($"{section}.url") is not null && draft.Is($"{section}.enabled") is null)
            {
                draft.Check($"{section}.enabled was not set, so that {service} was off there, its default. It is on here where it is taken.");
            }

            draft.TellAll($"{section}.enabled", KeyFate.Changed, "An instance that is configured is used; `library export --instance NAME` exports one alone.");
        }

        if (draft.Text("apis.tmdb.api_key") is { } key)
        {
            ArrTheAudioKeys.TakeTmdbKey(draft, key, "apis.tmdb.api_key");
        }

        draft.Check("Scores are those that Sonarr and Radarr compute themselves, and formats have the points of their profile; there every format had 0. Health and candidates come out different: `library analyze --legacy` shows the old numbers.");
        draft.Check("`library export` fetches a library, the schedule library-export does so every night; a cron job for Arr Score Exporter is not needed any more.");
        return draft.End(Says, "Arr Score Exporter does not know it: it is a typing error, or from its documents alone.");
    }
}
