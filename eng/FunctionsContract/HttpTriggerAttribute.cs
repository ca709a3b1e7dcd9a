using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel) : TriggerBindingAttribute
{
    public string? Route { get; set; }

    public AuthorizationLevel AuthLevel { get; } = authLevel;
}
