using ArrFunctions.Platform;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace ArrFunctions.FunctionApp.Storage;

/// <summary>Where the storage is and who we are there, read from the settings that the Functions host reads for itself, and as it reads them.</summary>
/// <remarks>
/// <c>AzureWebJobsStorage</c> is a connection string, and comes first. Else <c>__accountName</c> names the account, or <c>__tableServiceUri</c>,
/// <c>__queueServiceUri</c> and <c>__blobServiceUri</c> its services, and <c>__credential</c>, <c>__clientId</c> and <c>__tenantId</c> the identity
/// (Azure Functions developer guide, "Common properties for identity-based connections").
/// </remarks>
internal abstract class AzureConnection
{
    public const string Setting = "AzureWebJobsStorage";

    public const int MaxRetries = 3;

    /// <summary>For one try.</summary>
    public static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(30);

    private static readonly string[] Named = ["accountName", "tableServiceUri", "queueServiceUri", "blobServiceUri"];

    private AzureConnection()
    {
    }

    /// <exception cref="StoreException">The settings name no storage.</exception>
    public static AzureConnection Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Setting);
        if (!string.IsNullOrWhiteSpace(section.Value))
        {
            return new ByString(section.Value);
        }

        return Named.Any(name => section[name] is not null)
            ? ByIdentity.Read(section)
            : throw new StoreException(
                $"No storage is configured. Set {Setting} to the connection string of a storage account (UseDevelopmentStorage=true is Azurite), "
                + $"or {Setting}__accountName to its name and {Setting}__credential to managedidentity.");
    }

    public abstract TableServiceClient OpenTables();

    public abstract QueueServiceClient OpenQueues();

    public abstract BlobServiceClient OpenBlobs();

    internal static TableClientOptions TableOptions() => WithRetries(new TableClientOptions());

    /// <summary>Bodies as <c>extensions.queues.messageEncoding</c> of host.json has them.</summary>
    internal static QueueClientOptions QueueOptions() => WithRetries(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    internal static BlobClientOptions BlobOptions() => WithRetries(new BlobClientOptions());

    private static TOptions WithRetries<TOptions>(TOptions options)
        where TOptions : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = MaxRetries;
        options.Retry.NetworkTimeout = NetworkTimeout;
        return options;
    }

    /// <summary>By the key or the signature within a connection string.</summary>
    internal sealed class ByString(string connectionString) : AzureConnection
    {
        public override TableServiceClient OpenTables() => Open(() => new TableServiceClient(connectionString, TableOptions()));

        public override QueueServiceClient OpenQueues() => Open(() => new QueueServiceClient(connectionString, QueueOptions()));

        public override BlobServiceClient OpenBlobs() => Open(() => new BlobServiceClient(connectionString, BlobOptions()));

        /// <summary>What the clients say of a string they cannot read may quote it.</summary>
        internal static TClient Open<TClient>(Func<TClient> open)
        {
            try
            {
                return open();
            }
            catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException)
            {
                throw new StoreException($"{Setting} is no connection string of a storage account. Copy it anew from the access keys of the account.");
            }
        }
    }

    /// <summary>By an identity of the app.</summary>
    internal sealed class ByIdentity : AzureConnection
    {
        // The host would know these; they are refused here, so that the two do not speak to the account as two different callers.
        private static readonly string[] Unread =
            ["clientSecret", "clientCertificate", "managedIdentityResourceId", "managedIdentityObjectId", "managedIdentityClientId"];

        public required Uri Tables { get; init; }

        public required Uri Queues { get; init; }

        public required Uri Blobs { get; init; }

        public required bool IsManaged { get; init; }

        public string? ClientId { get; init; }

        public string? TenantId { get; init; }

        public TokenCredential Credential => IsManaged
            ? new ManagedIdentityCredential(ClientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(ClientId))
            : new DefaultAzureCredential(Options);

        /// <summary>What is not set is left alone: it has defaults from the environment.</summary>
        private DefaultAzureCredentialOptions Options
        {
            get
            {
                var options = new DefaultAzureCredentialOptions();
                options.ManagedIdentityClientId = ClientId ?? options.ManagedIdentityClientId;
                options.TenantId = TenantId ?? options.TenantId;
                return options;
            }
        }

        public static ByIdentity Read(IConfigurationSection section)
        {
            if (Array.Find(Unread, name => section[name] is not null) is { } unread)
            {
                throw new StoreException($"{Setting}__{unread} is not read by ArrFunctions. Name the identity by {Setting}__clientId, or use a connection string.");
            }

            var kind = section["credential"];
            if (kind is not null && !kind.Equals("managedidentity", StringComparison.OrdinalIgnoreCase))
            {
                throw new StoreException($"{Setting}__credential is '{kind}'. It is managedidentity, or is left out.");
            }

            return new()
            {
                Tables = Service(section, "table"),
                Queues = Service(section, "queue"),
                Blobs = Service(section, "blob"),
                IsManaged = kind is not null,
                ClientId = Text(section["clientId"]),
                TenantId = Text(section["tenantId"]),
            };
        }

        public override TableServiceClient OpenTables() => new(Tables, Credential, TableOptions());

        public override QueueServiceClient OpenQueues() => new(Queues, Credential, QueueOptions());

        public override BlobServiceClient OpenBlobs() => new(Blobs, Credential, BlobOptions());

        private static Uri Service(IConfigurationSection section, string service)
        {
            var address = section["accountName"] is { } account ? $"https://{account}.{service}.core.windows.net" : section[$"{service}ServiceUri"];
            return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "https", Query: "" }
                ? uri
                : throw new StoreException(
                    $"{Setting}__{service}ServiceUri is no https address without a query. Set it to https://<account>.{service}.core.windows.net, "
                    + $"or {Setting}__accountName alone.");
        }

        private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
    }
}
