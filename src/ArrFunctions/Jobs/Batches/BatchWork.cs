using System.Diagnostics;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.Telemetry;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Jobs.Batches;

/// <summary>While a step of a batch is done: its correlation id, its scope in the log, its span.</summary>
internal sealed class BatchWork : IDisposable
{
    private static readonly Func<ILogger, string, IDisposable?> Scope = LoggerMessage.DefineScope<string>("batch {BatchId}");

    private readonly IDisposable correlation;
    private readonly IDisposable? scope;
    private readonly Activity? span;

    private BatchWork(ILogger logger, Batch batch, string? step)
    {
        correlation = CorrelationId.Begin(batch.CorrelationId ?? CorrelationId.New());
        scope = Scope(logger, batch.Id);
        span = step is null ? null : Spans.BeginAlone($"batch {step}", ActivityKind.Internal, batch.TraceParent);
        span?.SetTag("arrfunctions.batch_id", batch.Id).SetTag("arrfunctions.correlation_id", batch.CorrelationId);
    }

    /// <param name="step">Name of the span; null for a step that needs none.</param>
    public static BatchWork Begin(ILogger logger, Batch batch, string? step = null) => new(logger, batch, step);

    public void Dispose()
    {
        span?.Dispose();
        scope?.Dispose();
        correlation.Dispose();
    }
}
