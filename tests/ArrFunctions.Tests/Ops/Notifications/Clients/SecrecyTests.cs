using ArrFunctions.Ops.Notifications;
using ArrFunctions.Tests.Metadata.Tmdb;

namespace ArrFunctions.Tests.Ops.Notifications.Clients;

/// <summary>Addresses and tokens of targets stand in the request and nowhere else.</summary>
public sealed class SecrecyTests
{
    [Theory]
    [MemberData(nameof(TargetTroubleTests.All), MemberType = typeof(TargetTroubleTests))]
    public async Task No_secret_is_in_a_span_a_metric_or_a_log(NotificationTargetKind kind)
    {
        using var listener = new Eavesdropper(hearsRequests: false);
        await using var bench = await ClientBench.StartAsync(kind);

        await bench.TellAsync();
        bench.Answers(500);
        listener.Hear((await Record.ExceptionAsync(bench.TellAsync))?.ToString());

        Assert.Contains($"ArrFunctions {(kind is NotificationTargetKind.Kuma ? "GET" : "P")}", listener.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Fake.Secret, listener.Text, StringComparison.Ordinal);
    }
}
