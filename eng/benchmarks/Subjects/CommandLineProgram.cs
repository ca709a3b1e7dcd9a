namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>The product as a process of its own, start of the runtime included.</summary>
internal static class CommandLineProgram
{
    /// <summary>The build stands beside this program.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "ArrFunctions.SelfHost");

    public static Task FixAsync(string file, string dataFolder, CancellationToken cancellationToken) =>
        ChildProgram.RunAsync(Path, ["audio", "fix", file, "--apply", "--language", "eng", "--data", dataFolder], cancellationToken);

    public static Task BackupAsync(string zip, string dataFolder, CancellationToken cancellationToken) =>
        ChildProgram.RunAsync(Path, ["admin", "backup", "--output", zip, "--data", dataFolder], cancellationToken);

    public static Task RestoreAsync(string zip, string dataFolder, CancellationToken cancellationToken) =>
        ChildProgram.RunAsync(Path, ["admin", "restore", zip, "--yes", "--data", dataFolder], cancellationToken);

    /// <summary>Looks at a whole folder and writes nothing; gives the greatest resident memory in MiB.</summary>
    public static Task<double> DryRunAsync(string folder, CancellationToken cancellationToken) =>
        ChildProgram.PeakMemoryAsync(Path, ["audio", "fix", folder, "--recursive", "--language", "eng"], cancellationToken);
}
