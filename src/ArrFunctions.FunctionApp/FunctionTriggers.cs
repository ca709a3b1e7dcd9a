using ArrFunctions.FunctionApp.Orchestrations;
using ArrFunctions.Ops.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.FunctionApp;

/// <summary>Registers what the triggers need beside the product.</summary>
internal static class FunctionTriggers
{
    public static IServiceCollection AddFunctionTriggers(this IServiceCollection services) => services
        .AddSingleton(provider => new HttpForwarder(new ApplicationBuilder(provider).UseArrFunctions().Build()))
        .AddSingleton<BatchForwarder>()
        .AddSingleton<LaneWorker>()
        .AddSingleton<BatchStarter>()
        .AddSingleton<DurableHistory>();
}
