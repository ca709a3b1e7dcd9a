using System.ComponentModel;
using System.Diagnostics;
using ArrFunctions.Benchmarks.Measuring;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>Runs other programs as the replaced tool did: started directly, their output read to its end.</summary>
internal static class ChildProgram
{
    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, or failed.</exception>
    public static async Task RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments);
        await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        RequireSuccess(process, program);
    }

    /// <summary>Runs a program to its end and tells its greatest resident memory in MiB.</summary>
    /// <remarks>Looked at every few milliseconds while it runs: what getrusage tells of a child begins with the memory of its parent.</remarks>
    public static async Task<double> PeakMemoryAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        var peak = 0.0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, await ProcessMemory.ReadAsync(process.Id, "VmHWM", cancellationToken));
            await Task.Delay(5, cancellationToken);
        }

        await output;
        RequireSuccess(process, program);
        return peak;
    }

    /// <summary>The first line that a program writes; null where it is not installed.</summary>
    public static async Task<string?> FirstLineAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Start(program, arguments);
            var text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return text.Split('\n')[0];
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>The first of the programs that is not installed.</summary>
    public static async Task<string?> FirstMissingAsync(CancellationToken cancellationToken, params string[] programs)
    {
        foreach (var program in programs)
        {
            // FFmpeg has its own way of writing options.
            if (await FirstLineAsync(program, [program.StartsWith("ff", StringComparison.Ordinal) ? "-version" : "--version"], cancellationToken) is null)
            {
                return program;
            }
        }

        return null;
    }

    private static Process Start(string program, IReadOnlyList<string> arguments)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardInput = true },
        };
        process.Start();
        process.StandardInput.Close();
        return process;
    }

    private static void RequireSuccess(Process process, string program)
    {
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(program)} ended with exit code {process.ExitCode}.");
        }
    }
}
