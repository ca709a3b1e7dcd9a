using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ArrFunctions.Jobs;

/// <summary>Which list of jobs a query asks for.</summary>
internal static class JobFilter
{
    /// <param name="status">A status, or null.</param>
    /// <param name="result">A result, or null; it stands alone or with <c>succeeded</c>.</param>
    /// <param name="groups">Null for every job.</param>
    /// <param name="objection">What is wrong with the query.</param>
    public static bool TryParse(string? status, string? result, out IReadOnlyList<string>? groups, [NotNullWhen(false)] out string? objection)
    {
        groups = null;
        JobStatus? wantedStatus = null;
        JobResult? wantedResult = null;
        objection = Parse("status", status, ref wantedStatus) ?? Parse("result", result, ref wantedResult)
            ?? (wantedResult is not null && wantedStatus is not (null or JobStatus.Succeeded) ? "result goes with status=succeeded, or stands alone." : null);
        if (objection is null)
        {
            groups = wantedResult is { } one ? [JobGroup.Succeeded(one)] : wantedStatus is { } all ? JobGroup.Of(all) : null;
        }

        return objection is null;
    }

    private static string? Parse<T>(string name, string? text, ref T? value)
        where T : struct, Enum
    {
        if (text is null)
        {
            return null;
        }

        value = Enum.GetValues<T>().Where(candidate => string.Equals(text, candidate.ToString(), StringComparison.OrdinalIgnoreCase)).Select(found => (T?)found).FirstOrDefault();
        return value is not null ? null : $"{name} is '{text}', and can be {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}.";
    }
}
