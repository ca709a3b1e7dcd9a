namespace ArrFunctions.Ops.Telemetry;

/// <summary>Settings of what is sent to a collector (section <c>Otlp</c>).</summary>
public sealed record OtlpOptions
{
    /// <summary><c>Otlp:Endpoint</c>: where the collector listens, without <c>/v1/traces</c>; null: nothing is sent.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary><c>Otlp:Protocol</c>.</summary>
    public OtlpProtocol Protocol { get; init; } = OtlpProtocol.HttpProtobuf;

    /// <summary><c>Otlp:Headers</c>: <c>name=value,name=value</c>, sent with each request; null: none. Secret.</summary>
    public string? Headers { get; init; }

    /// <summary><c>Otlp:TraceRatio</c>: the part of all traces that is sent, 0 to 1.</summary>
    public double TraceRatio { get; init; } = 1;

    /// <summary>Without the headers.</summary>
    public override string ToString() => nameof(OtlpOptions);
}
