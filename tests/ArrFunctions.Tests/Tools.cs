using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ArrFunctions.Tests;

/// <summary>Programs of the machine that serve as a second opinion.</summary>
internal static class Tools
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The search path is the machine's, not a setting of the product.")]
    public static bool Has(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name))
            .Any(File.Exists);

    /// <summary>What the program wrote to standard output; an exit code other than 0 throws with what it wrote to standard error.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The product's process runner is not what judges the product.")]
    public static string Run(string name, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(name, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        }) ?? throw new InvalidOperationException($"{name} did not start.");

        // Both pipes are read at once: a program waits while one of them is full.
        StringBuilder errors = new();
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{name} ended with {process.ExitCode}: {errors.ToString().Trim()} {output.Trim()}");
    }
}
