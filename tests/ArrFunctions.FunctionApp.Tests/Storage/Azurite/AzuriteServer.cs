using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.FunctionApp.Tests.Storage.Azurite;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

[assembly: AssemblyFixture(typeof(AzuriteServer))]

namespace ArrFunctions.FunctionApp.Tests.Storage.Azurite;

/// <summary>The storage that <c>AzureWebJobsStorage</c> names, else an Azurite of the test run: from PATH, on free ports, in a temporary folder.</summary>
public sealed partial class AzuriteServer : IAsyncLifetime
{
    private const string Account = "arrfunctions";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("azurite-");
    private readonly TaskCompletionSource<Uri> tables = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Uri> queues = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Uri> blobs = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? process;
    private AzureConnection? connection;

    [GeneratedRegex(
        @"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://\S+)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening { get; }

    public async ValueTask InitializeAsync()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        connection = AzureConnection.Read(configuration.GetSection(AzureConnection.Setting).Exists() ? configuration : await StartAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        folder.Delete(recursive: true);
    }

    /// <summary>Tables that no other test sees.</summary>
    internal TableServiceClient OpenTables() => new NamedTables(connection!.OpenTables(), "t" + NewName());

    /// <summary>Queues that no other test sees.</summary>
    internal QueueServiceClient OpenQueues() => new NamedQueues(connection!.OpenQueues(), $"t{NewName()}-");

    /// <summary>Containers that no other test sees.</summary>
    internal BlobServiceClient OpenBlobs() => new NamedBlobs(connection!.OpenBlobs(), $"t{NewName()}-");

    private static string NewName() => Random.Shared.NextInt64().ToString("x16", CultureInfo.InvariantCulture);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The server under the tests, not a tool.")]
    private async Task<IConfiguration> StartAsync()
    {
        var start = new ProcessStartInfo("azurite")
        {
            ArgumentList =
            {
                "--location", folder.FullName, "--skipApiVersionCheck", "--disableTelemetry", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            },
            Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{key}" },
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, read) => Read(read.Data ?? "");
        process.BeginOutputReadLine();
        var connectionString =
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};"
            + $"TableEndpoint={await tables.Task.WaitAsync(Patience)}{Account};QueueEndpoint={await queues.Task.WaitAsync(Patience)}{Account};"
            + $"BlobEndpoint={await blobs.Task.WaitAsync(Patience)}{Account};";
        return new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create(AzureConnection.Setting, (string?)connectionString)])
            .Build();
    }

    private void Read(string line)
    {
        if (Listening.Match(line) is { Success: true } match)
        {
            var service = match.Groups["service"].Value switch
            {
                "Table" => tables,
                "Queue" => queues,
                _ => blobs,
            };
            service.TrySetResult(new(match.Groups["address"].Value));
        }
    }
}
