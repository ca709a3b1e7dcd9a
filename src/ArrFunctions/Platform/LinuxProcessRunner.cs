using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ArrFunctions.Platform;

/// <summary>The process runner of both hosts.</summary>
public sealed class LinuxProcessRunner(TimeProvider clock) : IProcessRunner
{
    private const int MostOutput = 16 * 1024 * 1024;
    private const int MostErrors = 4096;
    private const int MostLine = 1024 * 1024;

    /// <summary>Lets the kernel kill the program when its parent is gone; without it the program ends its work for nobody.</summary>
    private static readonly Lazy<string[]> GuardCommand = new(FindGuard);

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

    /// <summary>Not every setpriv can do it: that of busybox cannot.</summary>
    private static string[] FindGuard()
    {
        if (Find("setpriv") is not { } setpriv || Find("true") is not { } nothing)
        {
            return [];
        }

        string[] guard = [setpriv, "--pdeathsig", "KILL", "--"];
        using var attempt = new Process { StartInfo = StartOf([.. guard, nothing]) };
        Start(attempt);
        attempt.WaitForExit();
        return attempt.ExitCode == 0 ? guard : [];
    }

    /// <summary>The kernel takes the thread that starts a program for its parent, so one of our own waits for its end.</summary>
    private static Task<ProcessOutcome> OnOwnThreadAsync(Func<ProcessOutcome> run) =>
        Task.Factory.StartNew(run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static ProcessOutcome.Ended Run(string program, ProcessRequest request, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        using var process = new Process { StartInfo = StartOf(program, request.Arguments) };
        Start(process);
        var errorReader = new Thread(() => ReadLines(process.StandardError, line => AppendLast(errors, line)));
        using (stop.Register(() => Kill(process)))
        {
            try
            {
                errorReader.Start(); // Both are read at once: a program waits while one of its pipes is full.
                process.StandardInput.Close();
                ReadLines(process.StandardOutput, Take);
            }
            catch
            {
                Kill(process);
                throw;
            }
            finally
            {
                process.WaitForExit();
                errorReader.Join();
            }
        }

        stop.ThrowIfCancellationRequested();
        return new(process.ExitCode, output.ToString(), errors.ToString());

        void Take(string line)
        {
            request.OutputLine?.Invoke(line);
            if (output.Length + line.Length < MostOutput)
            {
                output.Append(line).Append('\n');
            }
        }
    }

    /// <summary>A line that is longer than any that is of use comes in parts.</summary>
    private static void ReadLines(StreamReader reader, Action<string> take)
    {
        var (buffer, line) = (new char[4096], new StringBuilder());
        while (reader.Read(buffer) is > 0 and var count)
        {
            foreach (var character in buffer.AsSpan(0, count))
            {
                if (character != '\n' && line.Length < MostLine)
                {
                    line.Append(character);
                    continue;
                }

                take(line.ToString());
                line.Clear();
                if (character != '\n')
                {
                    line.Append(character);
                }
            }
        }

        if (line.Length > 0)
        {
            take(line.ToString());
        }
    }

    private static ProcessStartInfo StartOf(string program, IReadOnlyList<string> arguments)
    {
        string[] command = [.. GuardCommand.Value, program, .. arguments];
        return StartOf(command);
    }

    private static ProcessStartInfo StartOf(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
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
        catch (Exception failure) when (failure is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended meanwhile, or one of its own programs has.
        }
    }

    private static void AppendLast(StringBuilder errors, string line)
    {
        errors.Append(line).Append('\n');
        errors.Remove(0, Math.Max(0, errors.Length - MostErrors));
    }
}
