using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Http;

/// <summary>Errors of the HTTP interface: RFC 9457 problem details with a stable <c>code</c>.</summary>
internal static class Problem
{
    /// <param name="status">HTTP status, 400 to 599.</param>
    /// <param name="code">Stable word for programs, camelCase.</param>
    /// <param name="detail">What happened, to what, and what to do. Never a secret.</param>
    public static IResult Of(int status, string code, string detail) => Results.Problem(
        detail, statusCode: status, extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code });
}
