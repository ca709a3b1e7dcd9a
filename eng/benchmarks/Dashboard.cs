using System.Diagnostics;
using System.Text.Json;
using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;

namespace ArrFunctions.Benchmarks;

/// <summary>The dashboard of a large household in Chromium, by the browser's own clock.</summary>
internal static class Dashboard
{
    private const string Answer = "> figures ";

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var (jobs, indexers, movies) = (workplace.Movies, Math.Max(10, workplace.Movies / 50), workplace.Movies);
        var subject = $"{jobs:N0} jobs, {indexers:N0} indexers, {movies:N0} movies and {movies * 5:N0} episodes; by the performance API of Chromium";
        var script = Path.Combine(ScriptFolder(), "run.mjs");
        if (await ChildProgram.FirstMissingAsync(cancellationToken, "node", "chromium") is { } missing || !Directory.Exists(Path.Combine(ScriptFolder(), "..", "node_modules")))
        {
            return new("dashboard", subject, [], ["Not measured: this needs node, chromium, and what `npm ci --prefix tests/Browser` installs."]);
        }

        using var folder = workplace.CreateFolder("dashboard");
        await using var world = await DashboardWorld.BuildAsync(movies, indexers, cancellationToken);
        var data = folder.Subfolder("data");
        await DashboardWorld.RecordJobsAsync(data, jobs, cancellationToken);
        await using var service = await ServiceProgram.StartAsync(data, folder.Subfolder("media"), cancellationToken, world.Settings);
        using var client = service.CreateClient(2);
        client.Timeout = TimeSpan.FromMinutes(10);
        await DashboardWorld.LookAsync(client, cancellationToken);
        var seen = await SeeAsync(script, new
        {
            address = service.Address.AbsoluteUri,
            key = service.Key,
            screenshots = folder.Subfolder("screenshots"),
            rounds = workplace.Choose(full: 15, quick: 3),
            frames = workplace.Choose(full: 300, quick: 60),
            jobs = Math.Min(3000, jobs),
            indexers,
        }, cancellationToken);

        return new("dashboard", subject,
        [
            Of("first view", Numbers(seen, "firstView")) with { Below = 1000 },
            Of("largest contentful paint", Numbers(seen, "largest")),
            Of("longest task", Numbers(seen, "longTasks")),
            .. Frames(seen, "jobs", $"{seen.GetProperty("jobRows").GetInt32():N0} jobs"),
            .. Frames(seen, "indexers", $"{seen.GetProperty("indexerRows").GetInt32():N0} indexers"),
        ],
        [
            "First view: from the start of the navigation until Now has its heading and its data. Signed in, a new document each time, the assets from the cache of the browser.",
            "Frames: the time between two while 300 pixels are scrolled in each; a screen of 60 Hz shows one in 16.7 ms.",
        ]);
    }

    private static Figure Of(string quantity, params IEnumerable<double> milliseconds) => new("page", quantity, FigureUnit.Milliseconds, Summary.Of(milliseconds));

    private static IEnumerable<Figure> Frames(JsonElement seen, string list, string what)
    {
        var frames = seen.GetProperty(list);
        yield return Of($"frame over {what}, median", frames.GetProperty("median").GetDouble());
        yield return Of($"frame over {what}, 95 %", frames.GetProperty("p95").GetDouble());
        yield return Of($"frame over {what}, longest", frames.GetProperty("longest").GetDouble());
    }

    private static IEnumerable<double> Numbers(JsonElement seen, string name) => seen.GetProperty(name).EnumerateArray().Select(static number => number.GetDouble());

    /// <summary>Plays the scenario; its figures come with the one thing that it asks.</summary>
    private static async Task<JsonElement> SeeAsync(string script, object settings, CancellationToken cancellationToken)
    {
        using var node = new Process
        {
            StartInfo = new ProcessStartInfo("node", [script, "performance", JsonSerializer.Serialize(settings)])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            },
        };
        node.Start();
        JsonElement? seen = null;
        var said = new List<string>();
        while (await node.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Answer, StringComparison.Ordinal))
            {
                seen = JsonElement.Parse(line[Answer.Length..]);
                await node.StandardInput.WriteLineAsync("null".AsMemory(), cancellationToken);
                await node.StandardInput.FlushAsync(cancellationToken);
            }
            else
            {
                said.Add(line);
            }
        }

        await node.WaitForExitAsync(cancellationToken);
        return node.ExitCode == 0 && seen is { } figures ? figures : throw new InvalidOperationException(string.Join('\n', said));
    }

    private static string ScriptFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ArrFunctions.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The benchmarks do not run inside the repository.");
        }

        return Path.Combine(folder.FullName, "tests", "Browser", "dashboard");
    }
}
