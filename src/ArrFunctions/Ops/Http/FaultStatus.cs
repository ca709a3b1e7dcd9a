using ArrFunctions.Platform;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Http;

/// <summary>The status that a fault comes out as.</summary>
internal static class FaultStatus
{
    public static int Of(Exception fault) => fault switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        IOException { InnerException: OverflowException } => StatusCodes.Status400BadRequest, // Kestrel's, of a chunk with a size that no number holds
        StoreException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
