using Microsoft.AspNetCore.Http;

namespace ArrFunctions.FunctionApp;

/// <summary>Hands the request of a doorway to the routes of the product.</summary>
/// <param name="pipeline">What every request of the product passes through; built once.</param>
internal sealed class HttpForwarder(RequestDelegate pipeline)
{
    public Task ForwardAsync(HttpContext context)
    {
        // The worker has routed the request to the doorway; a request that has an endpoint is not routed again.
        context.SetEndpoint(endpoint: null);
        context.Request.RouteValues = [];
        return pipeline(context);
    }
}
