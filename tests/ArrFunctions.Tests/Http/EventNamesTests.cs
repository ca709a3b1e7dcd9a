using System.Text.Json;
using System.Text.RegularExpressions;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Http;

/// <summary>The events that docs/operations.md names are those that the code tells.</summary>
public sealed partial class EventNamesTests
{
    /// <summary>Literals that look alike, and are tags of spans.</summary>
    private static readonly string[] Tags = ["arrfunctions.", "error.", "http.", "peer.", "url."];

    /// <summary>Literals that look alike, and are names of files and of MP4 boxes.</summary>
    private static readonly string[] Others = ["html", "css", "csv", "json", "ndjson", "lock", "js", "yaml", "translation", "dubbed", "sqlite", "zip"];

    /// <summary>Names that are made of a status; a queued and a running job tell nothing.</summary>
    private static IEnumerable<string> Made =>
    [
        .. Enum.GetValues<JobStatus>().Except([JobStatus.Queued, JobStatus.Running]).Select(status => $"job.{Word(status)}"), "job.retried", "job.undone",
        .. Enum.GetValues<BatchStatus>().Except([BatchStatus.Planning, BatchStatus.Running]).Select(status => $"batch.{Word(status)}"), "batch.started", "batch.retried", "import.taken",
    ];

    [Fact]
    public void Every_name_is_documented_and_none_besides()
    {
        var source = Directory.EnumerateFiles(Repository.PathOf("src/ArrFunctions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/Takeover/", StringComparison.Ordinal)) // Those have the names of other programs' settings.
            .SelectMany(file => Literal.Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value))
            .Where(name => !Others.Contains(name.Split('.')[^1], StringComparer.Ordinal) && !Tags.Any(tag => name.StartsWith(tag, StringComparison.Ordinal)));
        var documented = Repository.Read("docs/operations.md").Split("### Names")[1].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Quoted.Matches(line.Split(" | ")[0]).Select(match => match.Groups["name"].Value));

        Assert.Equal(source.Concat(Made).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    private static string Word<T>(T status)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());

    [GeneratedRegex("\"(?<name>[a-z][a-zA-Z]*\\.[a-zA-Z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal { get; }

    [GeneratedRegex("`(?<name>[a-zA-Z]+\\.[a-zA-Z]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted { get; }
}
