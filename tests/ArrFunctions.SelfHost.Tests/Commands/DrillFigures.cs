using System.Security.Cryptography;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Commands;

/// <summary>What a service tells of its state: all but what it counts since its start.</summary>
/// <param name="Answers">Route or part of <c>GET stats</c>, and its JSON.</param>
/// <param name="Candidates">JSON of each upgrade candidate, in their order.</param>
/// <param name="Artifacts">Path and SHA-256 of each report.</param>
internal sealed record DrillFigures(string ExportId, IReadOnlyList<string> Answers, IReadOnlyList<string> Candidates, IReadOnlyList<string> Artifacts)
{
    private static readonly string[] Parts = ["operations", "batches", "searches", "exports"];

    public static async Task<DrillFigures> ReadAsync(ServiceClient client, string dataFolder, string exportId)
    {
        List<string> answers = [];
        string[] routes = ["jobs/stats", $"library/exports/{exportId}", "library/radarr/summary", "library/radarr/formats", "library/radarr/profiles"];
        foreach (var route in routes)
        {
            answers.Add($"{route}: {await client.GetAsync($"api/{route}")}");
        }

        var stats = await client.GetAsync("api/stats");
        answers.AddRange(Parts.Select(part => $"stats {part}: {stats.GetProperty(part)}"));
        return new(
            exportId,
            answers,
            [.. (await client.ListAsync("candidates", "library/radarr/candidates")).Select(static candidate => candidate.ToString())],
            [.. HashesOf(Path.Combine(dataFolder, "artifacts"))]);
    }

    private static IEnumerable<string> HashesOf(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
        .Where(static path => !Path.GetFileName(path).StartsWith('.')) // Locks.
        .Order(StringComparer.Ordinal)
        .Select(path => $"{Path.GetRelativePath(folder, path)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}");
}
