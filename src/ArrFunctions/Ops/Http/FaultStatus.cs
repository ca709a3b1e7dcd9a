using ArrFunctions.Platform;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Http;

/// <summary>The status that a fault comes out as.</summary>
internal static class FaultStatus
{
    public static int Of(Exception fault) => fault switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        StoreException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
