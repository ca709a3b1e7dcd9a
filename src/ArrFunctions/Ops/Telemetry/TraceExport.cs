using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ArrFunctions.Ops.Telemetry;

/// <summary>Sends the spans to the collector, while there is one.</summary>
internal sealed class TraceExport(OtlpOptions options) : IHostedService, IDisposable
{
    private TracerProvider? provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Endpoint is not null)
        {
            // How much is recorded is not the caller's to say: neither way does its flag count.
            var ratio = new TraceIdRatioBasedSampler(options.TraceRatio);
            provider = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(ResourceBuilder.CreateEmpty().AddService("arrfunctions", serviceVersion: OtlpExport.Version))
                .SetSampler(new ParentBasedSampler(ratio, remoteParentSampled: ratio, remoteParentNotSampled: ratio))
                .AddSource(Spans.SourceName)
                .AddOtlpExporter(exporter => OtlpExport.Configure(exporter, options, "traces"))
                .Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        provider?.ForceFlush((int)OtlpExport.Patience.TotalMilliseconds);
        return Task.CompletedTask;
    }

    public void Dispose() => provider?.Dispose();
}
