using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace ArrFunctions.SelfHost.Tests.Commands;

/// <summary>The program as a user starts it: its exit code and what it printed.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<CommandRun> OfAsync(params string[] arguments) => OfAsync([], arguments);

    /// <param name="settings">Environment variables, set for this run alone.</param>
    /// <param name="arguments">The command line.</param>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The program under test, not a tool.")]
    public static async Task<CommandRun> OfAsync((string Name, string Value)[] settings, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ArrFunctions.SelfHost"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_DATA_HOME"] = "/nonexistent"; // The developer's own config.yaml is no part of a test.
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await errors);
    }
}
