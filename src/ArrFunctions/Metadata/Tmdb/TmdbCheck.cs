using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Health;

namespace ArrFunctions.Metadata.Tmdb;

/// <summary>Whether TMDB answers, by what its last question came to. It is asked for this once at most: a key that nobody used yet may be wrong.</summary>
internal static class TmdbCheck
{
    /// <summary>A film that it has for certain.</summary>
    private static readonly TmdbQuery Question = TmdbQuery.Movie(603);

    public static HealthChecks Of(TmdbClient client, Live<TmdbOptions> options) => new(() => options.Value is { IsEnabled: true, HasKey: true }
        ? [new HealthCheck("tmdb", token => LookAsync(client, token)) { KeepFor = TimeSpan.FromMinutes(1), TimeLimit = TimeSpan.FromSeconds(40) }]
        : []);

    private static async Task<HealthFinding> LookAsync(TmdbClient client, CancellationToken cancellationToken)
    {
        if (client.Calls == 0)
        {
            try
            {
                await client.AskAsync(Question, cancellationToken);
            }
            catch (TmdbException)
            {
                // The client remembers it.
            }
        }

        return client.LastFailure is { } failure
            ? HealthFinding.Degraded($"{failure.Message}. Original languages are taken from Sonarr, Radarr and file names meanwhile.")
            : HealthFinding.Healthy("TMDB answers.");
    }
}
