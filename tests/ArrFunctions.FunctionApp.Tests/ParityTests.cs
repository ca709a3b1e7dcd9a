using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace ArrFunctions.FunctionApp.Tests;

/// <summary>The routes of the product, and the doorways to them.</summary>
public sealed class ParityTests
{
    [Fact]
    public async Task The_first_words_of_the_routes_are_the_doorways()
    {
        var words = (await RoutesAsync()).Select(FirstWord).Where(static word => word is not "").Distinct(StringComparer.Ordinal);

        var doorways = AppFunction.With<HttpTriggerAttribute>().Where(doorway => doorway.Function.Name != "Root_Http").Select(doorway => FirstWord(doorway.Trigger.Route!));

        Assert.Equal(words.Order(StringComparer.Ordinal), doorways.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_route_is_one_that_the_host_keeps_for_itself()
    {
        var routes = (await RoutesAsync()).Concat(AppFunction.With<HttpTriggerAttribute>().Select(doorway => doorway.Trigger.Route!));

        Assert.All(routes, route => Assert.DoesNotMatch("^/?(admin|runtime)(/|$)", route.ToLowerInvariant()));
    }

    private static async Task<IReadOnlyList<string>> RoutesAsync()
    {
        await using var bench = await WorkerBench.StartAsync();
        IReadOnlyList<string> found = [];
        new ApplicationBuilder(bench.Services).UseRouting().UseEndpoints(routes =>
        {
            routes.MapArrFunctions();
            found = [.. routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!)];
        });
        return found;
    }

    /// <summary>With <c>api/</c> before it, where the route lies there.</summary>
    private static string FirstWord(string route)
    {
        string[] words = route.Trim('/').Split('/');
        return words[0] is "api" ? $"api/{words[1]}" : words[0];
    }
}
