using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>The service as a user starts it, in a process of its own; killed at the end of the test.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private const string Ready = "ArrFunctions is ready at ";

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The program under test, not a tool.")]
    private ServiceProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, read) => Read(read.Data);
        process.ErrorDataReceived += (_, read) => Read(read.Data);
        process.Exited += Ended;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it has printed so far, log and errors included.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>Its number, for who looks into /proc.</summary>
    public int Id => process.Id;

    /// <summary>The line that said that it is ready.</summary>
    public string ReadyLine { get; private set; } = "";

    public Uri Address { get; private set; } = null!;

    private static string Program => Path.Combine(AppContext.BaseDirectory, "ArrFunctions.SelfHost");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts it on a free port, and waits until it is ready.</summary>
    public static Task<ServiceProcess> StartAsync(string dataFolder, params (string Name, string Value)[] settings) =>
        StartAsync(["--data", dataFolder, "--urls", "http://127.0.0.1:0"], settings);

    /// <summary>Starts it with a command line of its own, and waits until it is ready.</summary>
    public static Task<ServiceProcess> StartAsync(string[] arguments, params (string Name, string Value)[] settings) => ReadyAsync(Begin(arguments, settings));

    /// <summary>Starts it on a free port from a shell that has run this first, and waits until it is ready.</summary>
    public static Task<ServiceProcess> StartFromShellAsync(string first, string dataFolder, params (string Name, string Value)[] settings) =>
        ReadyAsync(Begin("/bin/sh", ["-c", $"{first}; exec \"$0\" \"$@\"", Program, "--data", dataFolder, "--urls", "http://127.0.0.1:0"], settings));

    private static async Task<ServiceProcess> ReadyAsync(ServiceProcess service)
    {
        try
        {
            service.ReadyLine = await service.ready.Task.WaitAsync(Cancellation);
            service.Address = new(service.ReadyLine[Ready.Length..service.ReadyLine.AsSpan().IndexOfAny(',', ';')]);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it, and kills it before it has said that it is ready, or soon after.</summary>
    public static async Task StartAndKillAsync(string dataFolder, TimeSpan after, params (string Name, string Value)[] settings)
    {
        await using var service = Begin(["--data", dataFolder, "--urls", "http://127.0.0.1:0"], settings);
        service.process.Exited -= service.Ended;
        await Task.Delay(after, TimeProvider.System, Cancellation);
        await service.KillAsync();
    }

    /// <summary>Starts it, and tells it to stop as soon as it has printed this; returns the exit code.</summary>
    public static async Task<int> StartAndStopAsync(string dataFolder, string at, params (string Name, string Value)[] settings)
    {
        await using var service = Begin(["--data", dataFolder, "--urls", "http://127.0.0.1:0"], settings);
        service.process.Exited -= service.Ended;
        while (!service.process.HasExited && !service.Output.Contains(at, StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancellation);
        }

        return await service.StopAsync();
    }

    /// <summary>SIGTERM; returns the exit code.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = ".NET has no call for other signals than SIGKILL.")]
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(Cancellation);
        return process.ExitCode;
    }

    /// <summary>SIGHUP.</summary>
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = ".NET has no call for other signals than SIGKILL.")]
    public async Task HangUpAsync()
    {
        using var kill = Process.Start("kill", ["-HUP", $"{process.Id}"]);
        await kill.WaitForExitAsync(Cancellation);
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static ServiceProcess Begin(string[] arguments, (string Name, string Value)[] settings) => Begin(Program, arguments, settings);

    private static ServiceProcess Begin(string program, string[] arguments, (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program, arguments)
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

        return new(start);
    }

    private void Ended(object? sender, EventArgs e) =>
        ready.TrySetException(new InvalidOperationException($"The service ended before it was ready: {Output}"));

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        if (line.IndexOf(Ready, StringComparison.Ordinal) is >= 0 and var start)
        {
            ready.TrySetResult(line[start..]); // It may stand in a line of JSON.
        }
    }
}
