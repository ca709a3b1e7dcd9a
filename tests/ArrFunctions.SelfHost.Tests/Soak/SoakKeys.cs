using ArrFunctions.SelfHost.Tests.Batches;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Soak;

/// <summary>Keys besides the first one: who begins batches has a limit each, an instance a key of its own.</summary>
/// <param name="Batches">May begin batches.</param>
/// <param name="Radarr">May post events of <c>radarr</c>, and nothing else.</param>
internal sealed record SoakKeys(IReadOnlyList<string> Batches, string Radarr)
{
    public static async Task<SoakKeys> MakeAsync(ServiceClient client) => new(
        [await MakeAsync(client, """{"name":"batches 1","role":"operate"}"""), await MakeAsync(client, """{"name":"batches 2","role":"operate"}""")],
        await MakeAsync(client, """{"name":"of radarr","role":"webhook","instance":"radarr"}"""));

    private static async Task<string> MakeAsync(ServiceClient client, string body) => (await client.PostAsync("api/keys", body)).Body.Text("key");
}
