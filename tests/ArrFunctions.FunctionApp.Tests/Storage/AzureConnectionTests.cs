using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.Platform;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.FunctionApp.Tests.Storage;

public sealed class AzureConnectionTests
{
    private const string Azurite = "UseDevelopmentStorage=true";

    [Fact]
    public void A_connection_string_comes_before_an_identity() => Assert.IsType<AzureConnection.ByString>(
        Read(("AzureWebJobsStorage", Azurite), ("AzureWebJobsStorage:accountName", "home")));

    [Fact]
    public void An_account_is_found_by_its_name_and_the_name_comes_before_addresses()
    {
        var connection = Identity(("accountName", "home"), ("tableServiceUri", "https://other.table.core.windows.net"));

        Assert.Equal(
            ("https://home.table.core.windows.net/", "https://home.queue.core.windows.net/", "https://home.blob.core.windows.net/"),
            (connection.Tables.AbsoluteUri, connection.Queues.AbsoluteUri, connection.Blobs.AbsoluteUri));
    }

    [Fact]
    public void An_account_is_found_by_the_addresses_of_its_services()
    {
        var connection = Identity(
            ("blobServiceUri", "https://home.blob.example.org"),
            ("tableServiceUri", "https://home.table.example.org"),
            ("queueServiceUri", "https://home.queue.example.org"));

        Assert.Equal(
            ("https://home.table.example.org/", "https://home.queue.example.org/", "https://home.blob.example.org/"),
            (connection.Tables.AbsoluteUri, connection.Queues.AbsoluteUri, connection.Blobs.AbsoluteUri));
    }

    [Fact]
    public void The_identity_is_the_managed_one_when_the_settings_say_so()
    {
        var own = Identity(("accountName", "home"), ("credential", "managedidentity"));
        var named = Identity(("accountName", "home"), ("credential", "ManagedIdentity"), ("clientId", "1234"));

        Assert.Equal((true, null, true, "1234"), (own.IsManaged, own.ClientId, named.IsManaged, named.ClientId));
        Assert.IsType<ManagedIdentityCredential>(own.Credential);
        Assert.IsType<ManagedIdentityCredential>(named.Credential);
    }

    [Fact]
    public void The_identity_is_that_of_the_surroundings_when_the_settings_are_silent()
    {
        var connection = Identity(("accountName", "home"), ("clientId", "1234"), ("tenantId", "5678"));

        Assert.Equal((false, "1234", "5678"), (connection.IsManaged, connection.ClientId, connection.TenantId));
        Assert.IsType<DefaultAzureCredential>(connection.Credential);
    }

    [Fact]
    public void No_storage_is_an_error_that_names_the_settings()
    {
        var failure = Assert.Throws<StoreException>(() => Read(("AzureWebJobsStorage", " ")));

        Assert.StartsWith("No storage is configured. Set AzureWebJobsStorage to the connection string", failure.Message, StringComparison.Ordinal);
        Assert.Contains("AzureWebJobsStorage__accountName", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("blobServiceUri", "https://home.blob.core.windows.net", "AzureWebJobsStorage__tableServiceUri is no https address")]
    [InlineData("tableServiceUri", "https://home.table.core.windows.net", "AzureWebJobsStorage__queueServiceUri is no https address")]
    [InlineData("tableServiceUri", "http://home.table.core.windows.net", "AzureWebJobsStorage__tableServiceUri is no https address")]
    [InlineData("tableServiceUri", "https://home.table.core.windows.net/?sig=c2VjcmV0", "AzureWebJobsStorage__tableServiceUri is no https address")]
    [InlineData("accountName", "ho me", "AzureWebJobsStorage__tableServiceUri is no https address")]
    public void An_address_that_does_not_do_is_named_and_not_shown(string setting, string value, string message)
    {
        var failure = Assert.Throws<StoreException>(() => Identity((setting, value)));

        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clientSecret")]
    [InlineData("clientCertificate")]
    [InlineData("managedIdentityResourceId")]
    [InlineData("managedIdentityObjectId")]
    [InlineData("managedIdentityClientId")]
    public void What_only_the_host_reads_is_refused_rather_than_ignored(string setting)
    {
        var failure = Assert.Throws<StoreException>(() => Identity(("accountName", "home"), (setting, "c2VjcmV0")));

        Assert.StartsWith($"AzureWebJobsStorage__{setting} is not read by ArrFunctions.", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kind_of_credential_is_refused() => Assert.Equal(
        "AzureWebJobsStorage__credential is 'workloadidentity'. It is managedidentity, or is left out.",
        Assert.Throws<StoreException>(() => Identity(("accountName", "home"), ("credential", "workloadidentity"))).Message);

    [Theory]
    [InlineData(typeof(FormatException))]
    [InlineData(typeof(ArgumentException))]
    [InlineData(typeof(InvalidOperationException))]
    public void A_connection_string_that_a_client_does_not_understand_is_not_shown(Type type)
    {
        var failure = Assert.Throws<StoreException>(
            () => AzureConnection.ByString.Open<object>(() => throw (Exception)Activator.CreateInstance(type, "AccountKey=c2VjcmV0")!));

        Assert.StartsWith("AzureWebJobsStorage is no connection string of a storage account.", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_are_repeated_three_times_with_growing_pauses_and_have_thirty_seconds_each()
    {
        ClientOptions[] all = [AzureConnection.TableOptions(), AzureConnection.QueueOptions(), AzureConnection.BlobOptions()];

        Assert.All(all, options => Assert.Equal(
            (RetryMode.Exponential, 3, TimeSpan.FromSeconds(30)), (options.Retry.Mode, options.Retry.MaxRetries, options.Retry.NetworkTimeout)));
    }

    [Fact]
    public async Task The_feature_supplies_every_port_and_one_store_for_both_of_the_tables()
    {
        await using var services = new ServiceCollection()
            .AddAzureStorage(Configuration(("AzureWebJobsStorage", Azurite)))
            .AddSingleton<TableServiceClient>(new FakeTableService())
            .AddSingleton<QueueServiceClient>(new FakeQueueService(TimeProvider.System, AzureConnection.QueueOptions()))
            .AddSingleton<BlobServiceClient>(new FakeBlobService(TimeProvider.System))
            .BuildServiceProvider();

        Assert.Same(services.GetRequiredService<ITableStore>(), services.GetRequiredService<ITableScan>());
        Assert.Empty(await services.GetRequiredService<ITableScan>().TablesAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await services.GetRequiredService<IWorkQueue>().CountAsync("jobs-normal", TestContext.Current.CancellationToken));
        Assert.Empty(await services.GetRequiredService<IArtifactStore>().ListAsync(new('0', 32), TestContext.Current.CancellationToken));
    }

    private static AzureConnection.ByIdentity Identity(params (string Name, string Value)[] settings) =>
        Assert.IsType<AzureConnection.ByIdentity>(Read([.. settings.Select(setting => ($"AzureWebJobsStorage:{setting.Name}", setting.Value))]));

    private static AzureConnection Read(params (string Name, string Value)[] settings) => AzureConnection.Read(Configuration(settings));

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
}
