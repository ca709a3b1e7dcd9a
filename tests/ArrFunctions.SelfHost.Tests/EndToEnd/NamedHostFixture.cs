using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.EndToEnd;

/// <summary>A host that runs already, on Azure Functions or elsewhere, and that the environment names.</summary>
public sealed class NamedHostFixture : HostFixture
{
    public override ValueTask InitializeAsync()
    {
        var media = TestSettings.HostMedia?.Split('=') ?? throw new InvalidOperationException("ARRFUNCTIONS_E2E_MEDIA is not set.");
        Address = new(TestSettings.HostUrl!);
        Key = TestSettings.HostKey ?? throw new InvalidOperationException("ARRFUNCTIONS_E2E_KEY is not set.");
        (Media, MediaThere) = (media[0].TrimEnd('/'), media[^1].TrimEnd('/'));
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
