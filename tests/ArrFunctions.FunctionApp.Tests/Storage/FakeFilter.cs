using System.Text.RegularExpressions;

namespace ArrFunctions.FunctionApp.Tests.Storage;

/// <summary>A filter as the service reads it: conditions on keys, joined by <c>and</c>.</summary>
internal sealed partial class FakeFilter
{
    private readonly List<(string Property, string Operator, string Value)> conditions;

    public FakeFilter(string? text)
    {
        MatchCollection found = Condition.Matches(text ?? "");
        conditions = [.. found.Select(match => (match.Groups["key"].Value, match.Groups["is"].Value, match.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal)))];
        if (found.Sum(match => match.Length) != (text ?? "").Length || conditions.Exists(condition => condition.Value.Any(char.IsControl)))
        {
            throw FakeFailure.Of(400, "InvalidInput");
        }
    }

    /// <summary>Where reading begins.</summary>
    public (string PartitionKey, string RowKey) First => (
        Lower("PartitionKey"), conditions.Exists(condition => condition is { Property: "PartitionKey", Operator: "eq" }) ? Lower("RowKey") : "");

    [GeneratedRegex(@"\G( and )?(?<key>PartitionKey|RowKey) (?<is>eq|ge|gt|lt) '(?<text>([^']|'')*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Condition { get; }

    public bool Holds(string partitionKey, string rowKey) => conditions.TrueForAll(condition =>
    {
        var order = string.CompareOrdinal(condition.Property is "RowKey" ? rowKey : partitionKey, condition.Value);
        return condition.Operator switch
        {
            "eq" => order == 0,
            "ge" => order >= 0,
            "gt" => order > 0,
            _ => order < 0,
        };
    });

    private string Lower(string property) =>
        conditions.Where(condition => condition.Property == property && condition.Operator is not "lt").Select(condition => condition.Value).FirstOrDefault("");
}
