using Azure.Core;

namespace Azure.Identity;

public class ManagedIdentityCredential(ManagedIdentityId id) : TokenCredential
{
    private protected ManagedIdentityId Id { get; } = id;
}

public class ManagedIdentityId
{
    private ManagedIdentityId()
    {
    }

    public static ManagedIdentityId SystemAssigned { get; } = new();

    public static ManagedIdentityId FromUserAssignedClientId(string id) => new();
}

public class DefaultAzureCredential(DefaultAzureCredentialOptions options) : TokenCredential
{
    private protected DefaultAzureCredentialOptions Options { get; } = options;
}

public class DefaultAzureCredentialOptions
{
    public string? TenantId { get; set; }

    public string? ManagedIdentityClientId { get; set; }
}

public class AuthenticationFailedException(string message) : Exception(message);
