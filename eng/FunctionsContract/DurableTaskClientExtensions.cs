using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;

namespace Microsoft.Azure.Functions.Worker;

public static class DurableTaskClientExtensions
{
    /// <summary>Without the addresses that only a running host knows.</summary>
    public static HttpManagementPayload CreateHttpManagementPayload(this DurableTaskClient client, string instanceId, HttpRequestData? request = null) =>
        new() { Id = instanceId };
}
