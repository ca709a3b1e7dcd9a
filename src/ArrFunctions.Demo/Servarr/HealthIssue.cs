namespace ArrFunctions.Demo.Servarr;

/// <summary>What a health check of an application found.</summary>
/// <param name="Level">notice, warning or error.</param>
/// <param name="Type">Name of the check: <c>IndexerStatusCheck</c>.</param>
public sealed record HealthIssue(string Level, string Type, string Message);
