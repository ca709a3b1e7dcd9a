using System.Text.RegularExpressions;
using ArrFunctions.Tests.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Http;

/// <summary>What docs/api.md says about routes is what the product maps.</summary>
public sealed partial class ApiDocumentTests
{
    [Fact]
    public async Task Every_route_is_documented_with_its_role()
    {
        var documented = Row.Matches(Repository.Read("docs/api.md"))
            .Select(row => $"{row.Groups["route"].Value} {row.Groups["role"].Value}").Order(StringComparer.Ordinal);
        await using var bench = await HttpBench.StartAsync();
        var actual = bench.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(Routes).Order(StringComparer.Ordinal);
        Assert.Equal(actual, documented);
    }

    private static IEnumerable<string> Routes(RouteEndpoint endpoint)
    {
        var role = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            ? "none"
            : endpoint.Metadata.GetMetadata<IAuthorizeData>()!.Policy!.ToLowerInvariant();
        return endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText} {role}");
    }

    [GeneratedRegex(@"^\| `(?<route>[A-Z]+ /[^`]*)` \| (?<role>\w+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row { get; }
}
