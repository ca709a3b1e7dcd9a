using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ArrFunctions.Benchmarks.Measuring;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>One service for a household with three played instances and 20 indexers, looked at whenever nothing has been done for a minute.</summary>
internal static partial class QuietHousehold
{
    private static readonly string[] PageAsks =
        ["api/session", "api/setup", "api/stats", "api/jobs?limit=50", "api/indexers", "api/schedules", "api/queue", "api/events?limit=50", "api/library/exports", "api/config", "health/ready"];

    /// <param name="name">Of its folder; several may be looked at beside each other.</param>
    /// <param name="program">Null: the build beside the benchmarks.</param>
    public static async Task<IReadOnlyList<(string Moment, MemoryShares Memory)>> LookAsync(string name, string? program, Workplace workplace, CancellationToken cancellationToken)
    {
        var rest = workplace.Choose(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(5));
        using var folder = workplace.CreateFolder(name);
        await using var world = await DashboardWorld.BuildAsync(movies: 200, indexers: 20, cancellationToken);
        await using var service = await ServiceProgram.StartAsync(folder.Subfolder("data"), folder.Subfolder("media"), cancellationToken, world.Settings, program);
        List<(string, MemoryShares)> looks = [];
        await NoteAsync("at rest");
        using var client = service.CreateClient(4);
        await OpenPageAsync(client, cancellationToken);
        await NoteAsync("after the dashboard");
        for (var fileId = 1; fileId <= 1_000; fileId++)
        {
            using var content = RadarrImport.Of(fileId, Path.Combine(folder.Path, "media"));
            using var answer = await client.PostAsync("api/webhook/radarr", content, cancellationToken);
            if (answer.StatusCode is not HttpStatusCode.Accepted)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The service answered {(int)answer.StatusCode}."));
            }
        }

        await NoteAsync("after 1,000 webhooks");
        return looks;

        async Task NoteAsync(string moment)
        {
            await Task.Delay(rest, cancellationToken);
            looks.Add((moment, await service.SharesAsync(cancellationToken)));
        }
    }

    /// <summary>What a browser fetches: the page, its files, and what its views ask for.</summary>
    private static async Task OpenPageAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var page = await client.GetStringAsync("/", cancellationToken);
        foreach (var path in Asset().Matches(page).Select(static match => match.Value).Concat(PageAsks))
        {
            using var answer = await client.GetAsync(path, cancellationToken);
        }
    }

    [GeneratedRegex("assets/[^\"]+", RegexOptions.None, 1000)]
    private static partial Regex Asset();
}
