using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ArrFunctions.SelfHost.Tests.Dashboard;

/// <summary><c>demo --stay</c>, until the tests have ended; it has to leave nothing behind.</summary>
public sealed partial class DemoProcess : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-");
    private Process process = null!;

    public Uri Address { get; private set; } = null!;

    public string Key { get; private set; } = "";

    internal BrowserScenario Scenario() => new(Address, Key);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The program under test, not a tool.")]
    public async ValueTask InitializeAsync()
    {
        // What is started in the background of a shell ignores Ctrl+C, and hands that on.
        process = Process.Start(new ProcessStartInfo("env", ["--default-signal=INT", Path.Combine(AppContext.BaseDirectory, "ArrFunctions.SelfHost"), "demo", "--stay"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["TMPDIR"] = folder.FullName, ["XDG_DATA_HOME"] = "/nonexistent" },
        })!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Ready.Match(line) is { Success: true } ready)
            {
                (Address, Key) = (new(ready.Groups["address"].Value), ready.Groups["key"].Value);
                return;
            }
        }

        Assert.Fail("The demo ended before its dashboard was there.");
    }

    /// <summary>SIGINT, as by Ctrl+C; where that does not end it, it is killed, which its exit code tells.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = ".NET has no call for other signals than SIGKILL.")]
    public async ValueTask DisposeAsync()
    {
        using (var interrupt = Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            await interrupt.WaitForExitAsync(CancellationToken.None);
        }

        using (var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1)))
        await using (patience.Token.Register(process.Kill))
        {
            await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        Assert.Equal(0, process.ExitCode);
        Assert.Empty(folder.EnumerateFileSystemInfos());
        process.Dispose();
        folder.Delete(recursive: true);
    }

    [GeneratedRegex(@"The dashboard is at (?<address>http://\S+)\. Its key is: (?<key>\S+)\. ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ready { get; }
}
