using System.Globalization;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Ops.Telemetry;

/// <summary>The section <c>Otlp</c>.</summary>
internal static class OtlpSettings
{
    private static readonly Setting<Uri> Endpoint = new(
        "Otlp:Endpoint", SettingKinds.Url, Default: null, "collector that metrics and traces are sent to, such as http://otel-collector:4318; without it nothing is sent");

    private static readonly Setting<OtlpProtocol> Protocol = new(
        "Otlp:Protocol", SettingKinds.Choice<OtlpProtocol>(), "httpProtobuf", "how the collector is spoken to: httpProtobuf (usually port 4318), grpc (usually port 4317)");

    private static readonly Setting<string> Headers = new(
        "Otlp:Headers", SettingKinds.Secret, Default: null, "headers for the collector: name=value, several with commas between them");

    private static readonly Setting<double> TraceRatio = new(
        "Otlp:TraceRatio",
        new("is no number from 0 to 1", static (string text, out double value) =>
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value is >= 0 and <= 1),
        "1",
        "part of all traces that is sent, 0 to 1");

    public static IReadOnlyList<Setting> All { get; } = [Endpoint, Protocol, Headers, TraceRatio];

    public static OtlpOptions Read(SettingReader settings) => new()
    {
        Endpoint = settings.TryGet(Endpoint, out var endpoint) ? endpoint : null,
        Protocol = settings.Get(Protocol),
        Headers = settings.Get(Headers),
        TraceRatio = settings.TryGet(TraceRatio, out var ratio) ? ratio : 1,
    };
}
