using Microsoft.AspNetCore.Builder;

namespace ArrFunctions.Ops.OpenApi;

/// <summary>Metadata of a route: what the document says of it. It is made when somebody asks for the document, and not kept.</summary>
internal sealed record RouteDescription(Func<Operation> Make)
{
    public override string ToString() => Make.Method.Name;
}

internal static class RouteDescriptionExtensions
{
    public static TBuilder Describe<TBuilder>(this TBuilder route, Func<Operation> operation)
        where TBuilder : IEndpointConventionBuilder
    {
        route.Add(endpoint => endpoint.Metadata.Add(new RouteDescription(operation)));
        return route;
    }
}
