using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Ops.Stats;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

/// <summary>Events of the applications in <c>GET stats</c>: those that this process received, since its start.</summary>
internal static class WebhookStats
{
    public static StatsPart Part(WebhookIntake intake) => StatsPart.Of("webhooks", _ =>
    {
        var services = new JsonObject();
        foreach (var service in Enum.GetValues<ServarrService>())
        {
            services[JsonNamingPolicy.CamelCase.ConvertName(service.ToString())] = new JsonObject
            {
                ["accepted"] = intake.Received.Of(WebhookIntake.Words(service, isAccepted: true)),
                ["ignored"] = intake.Received.Of(WebhookIntake.Words(service, isAccepted: false)),
            };
        }

        return new JsonObject { ["sinceStart"] = services };
    });
}
