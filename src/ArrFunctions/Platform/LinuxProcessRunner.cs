using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ArrFunctions.Platform;

/// <summary>The process runner of both hosts.</summary>
public sealed class LinuxProcessRunner(TimeProvider clock) : IProcessRunner
{
    private const int MostOutput = 16 * 1024 * 1024;
    private const int MostErrors = 4096;

    /// <summary>Lets the kernel kill the program when its parent is gone; without it the program ends its work for nobody.</summary>
    private const string Guard = "setpriv";

    private static readonly string SearchPath =
        Environment.GetEnvironmentVariables()["PATH"] as string is { Length: > 0 } path ? path : "/usr/local/bin:/usr/bin:/bin";

    public async Task<ProcessOutcome> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        if (Find(request.Program) is not { } program)
        {
            return new ProcessOutcome.Missing();
        }

        using var limit = new CancellationTokenSource(request.TimeLimit, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await OnOwnThreadAsync(() => Run(program, request, stop.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new ProcessOutcome.TimedOut(request.TimeLimit);
        }
    }

    private static string? Find(string program) => SearchPath.Split(':')
        .Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    /// <summary>The kernel takes the thread that starts a program for its parent, so one of our own waits for its end.</summary>
    private static Task<ProcessOutcome> OnOwnThreadAsync(Func<ProcessOutcome> run) =>
        Task.Factory.StartNew(run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static ProcessOutcome.Ended Run(string program, ProcessRequest request, CancellationToken stop)
    {
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        using var process = new Process { StartInfo = StartOf(program, request.Arguments) };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => AppendLast(errors, line.Data);
        Start(process);
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using (stop.Register(() => Kill(process)))
        {
            process.WaitForExit();
        }

        stop.ThrowIfCancellationRequested();
        return new(process.ExitCode, output.ToString(), errors.ToString());

        void Take(string? line)
        {
            if (line is null)
            {
                return;
            }

            request.OutputLine?.Invoke(line);
            if (output.Length < MostOutput)
            {
                output.Append(line).Append('\n');
            }
        }
    }

    private static ProcessStartInfo StartOf(string program, IReadOnlyList<string> arguments)
    {
        string[] command = Find(Guard) is { } guard ? [guard, "--pdeathsig", "KILL", "--", program, .. arguments] : [program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = SearchPath;
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "This is the one place that starts programs.")]
    private static void Start(Process process) => process.Start();

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
        }
    }

    private static void AppendLast(StringBuilder errors, string? line)
    {
        if (line is not null)
        {
            errors.Append(line).Append('\n');
            errors.Remove(0, Math.Max(0, errors.Length - MostErrors));
        }
    }
}
