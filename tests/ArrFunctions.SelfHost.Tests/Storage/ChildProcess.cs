using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace ArrFunctions.SelfHost.Tests.Storage;

/// <summary>This test program, started again as <see cref="Child"/>; killed at the end at the latest.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    private static string ThisProgram => Path.ChangeExtension(typeof(ChildProcess).Assembly.Location, null);

    public static ChildProcess Start(params string[] args) => Start(ThisProgram, ["child", .. args]);

    /// <summary>As another user, by number; only root may.</summary>
    public static ChildProcess StartAs(string user, params string[] args) =>
        Start("setpriv", [$"--reuid={user}", $"--regid={user}", "--clear-groups", ThisProgram, "child", .. args]);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The test program itself, not a tool.")]
    private static ChildProcess Start(string program, string[] args) =>
        new(Process.Start(new ProcessStartInfo(program, args)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);

    /// <summary>The next line it prints, or null when it has ended.</summary>
    public ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) => process.StandardOutput.ReadLineAsync(cancellationToken);

    /// <summary>SIGKILL; returns the lines that were still on their way.</summary>
    public async Task<string[]> KillAsync(CancellationToken cancellationToken)
    {
        process.Kill();
        var rest = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);

        // A last line without its end was torn by the kill: the child had not finished saying it.
        return rest.Split('\n')[..^1];
    }

    public void EndInput() => process.StandardInput.Close();

    /// <summary>Ends its input, and waits for it to end; returns its exit code.</summary>
    public async Task<int> FinishAsync(CancellationToken cancellationToken)
    {
        EndInput();
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
