namespace ArrFunctions.Ops.Telemetry;

/// <summary>How a collector is spoken to.</summary>
public enum OtlpProtocol
{
    /// <summary>POST to <c>/v1/metrics</c> and <c>/v1/traces</c>, usually on port 4318.</summary>
    HttpProtobuf,

    /// <summary>Usually on port 4317.</summary>
    Grpc,
}
