using System.Reflection;
using ArrFunctions.Ops.Http;
using OpenTelemetry.Exporter;

namespace ArrFunctions.Ops.Telemetry;

/// <summary>How an exporter reaches the collector.</summary>
internal static class OtlpExport
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static string Version { get; } = typeof(OtlpExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <param name="signal">What is sent: traces, metrics.</param>
    public static void Configure(OtlpExporterOptions exporter, OtlpOptions options, string signal)
    {
        var endpoint = options.Endpoint!.AbsoluteUri.TrimEnd('/');
        (exporter.Endpoint, exporter.Protocol) = options.Protocol is OtlpProtocol.Grpc
            ? (new Uri(endpoint), OtlpExportProtocol.Grpc)
            : (new Uri($"{endpoint}/v1/{signal}"), OtlpExportProtocol.HttpProtobuf);
        exporter.Headers = options.Headers ?? "";
        exporter.TimeoutMilliseconds = (int)Patience.TotalMilliseconds;

        // Of ours, so that nobody in this process reads its headers either.
        exporter.HttpClientFactory = static () => new HttpClient(OutgoingHttp.Handler()) { Timeout = Patience };
    }
}
