using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Logs.Levels;

/// <summary>How much of what other libraries log may be written: below that they tell requests with their queries and headers, where keys are.</summary>
internal static class ClosedCategories
{
    /// <summary>Request lines with queries, in which a webhook may carry its key; header values; URLs that are called.</summary>
    private static readonly string[] Requests =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Server.Kestrel.BadRequests", "Microsoft.AspNetCore.HttpLogging", "System.Net", "Azure",
    ];

    /// <summary>Values that could not be bound, bytes of connections, messages of the Functions host.</summary>
    private static readonly string[] Libraries = ["Microsoft", "System", "Grpc", "Polly", "OpenTelemetry"];

    /// <summary>What is closed, and its lowest level.</summary>
    public static IReadOnlyDictionary<string, LogLevel> All { get; } =
        Requests.Select(category => (category, LogLevel.Warning)).Concat(Libraries.Select(category => (category, LogLevel.Information)))
            .ToDictionary(each => each.Item1, each => each.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>Letters, digits and the signs of type names: nothing that a rule of a filter would take for a pattern.</summary>
    public static bool IsCategory(string text) =>
        text.Length is >= 1 and <= 200 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '+' or '`' or '-');

    /// <summary>Why a category cannot have a level; null: it can.</summary>
    public static string? Objection(string category, LogLevel level) => LowestOf(category) is var lowest && level >= lowest
        ? null
        : $"{category} is not written below {LevelWords.Of(lowest)}: it would tell requests with their keys.";

    /// <summary>Puts a guard onto every rule, so that no setting of any host, for any provider, opens what is closed.</summary>
    public static void Guard(LoggerFilterOptions options)
    {
        List<LoggerFilterRule> rules = [new(providerName: null, categoryName: null, options.MinLevel, filter: null), .. options.Rules];
        options.Rules.Clear();
        foreach (var rule in rules)
        {
            options.Rules.Add(new(rule.ProviderName, rule.CategoryName, rule.LogLevel, (provider, category, level) =>
                level >= LowestOf(category ?? "") && (rule.Filter?.Invoke(provider, category, level) ?? true)));
        }
    }

    private static LogLevel LowestOf(string category) =>
        Array.Exists(Requests, closed => IsBelow(category, closed)) ? LogLevel.Warning
        : Array.Exists(Libraries, closed => IsBelow(category, closed)) ? LogLevel.Information
        : LogLevel.Trace;

    private static bool IsBelow(string category, string closed) =>
        category.StartsWith(closed, StringComparison.OrdinalIgnoreCase) && (category.Length == closed.Length || category[closed.Length] is '.');
}
