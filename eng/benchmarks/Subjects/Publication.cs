using System.Runtime.InteropServices;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>The product as it is handed out, made by <c>dotnet publish</c> from the sources that the benchmarks were built from.</summary>
/// <param name="Name">For people.</param>
/// <param name="Folder">Everything of it.</param>
internal sealed record Publication(string Name, string Folder)
{
    private const string Project = "src/ArrFunctions.SelfHost/ArrFunctions.SelfHost.csproj";

    public string Program => Path.Combine(Folder, "ArrFunctions.SelfHost");

    /// <summary>MiB.</summary>
    public double Size => new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(static file => file.Length) / (double)(1 << 20);

    /// <summary>Each kind that can be handed out; none where the sources are not there.</summary>
    /// <param name="workFolder">Where they are made; nothing is written beside the sources.</param>
    public static async Task<IReadOnlyList<Publication>> MakeAsync(string workFolder, CancellationToken cancellationToken)
    {
        if (Sources() is not { } sources)
        {
            return [];
        }

        return
        [
            await MakeAsync("framework-dependent, compiled as it runs", ["--self-contained", "false", "-p:PublishReadyToRun=false"]),
            await MakeAsync("framework-dependent, with machine code (the image)", ["--self-contained", "false"]),
            await MakeAsync("self-contained, with machine code", ["--self-contained", "true"]),
        ];

        async Task<Publication> MakeAsync(string name, string[] options)
        {
            var work = Directory.CreateDirectory(Path.Combine(workFolder, Guid.NewGuid().ToString("n"))).FullName;
            var publication = new Publication(name, Path.Combine(work, "app"));
            await ChildProgram.RunAsync(
                "dotnet",
                [
                    "publish", Path.Combine(sources, Project), "--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier, "--output", publication.Folder, "--artifacts-path", work,
                    "-p:RestorePackagesWithLockFile=false", $"-p:NuGetLockFilePath={Path.Combine(work, "none")}", "-p:RunAnalyzers=false", "-p:BuildsDashboard=false", .. options,
                ],
                cancellationToken);
            return publication;
        }
    }

    /// <summary>As a layer of an image is sent: tar and gzip. MiB.</summary>
    public async Task<double> CompressedSizeAsync(CancellationToken cancellationToken)
    {
        var file = $"{Folder}.tar.gz";
        await ChildProgram.RunAsync("tar", ["--create", "--gzip", "--file", file, "--directory", Folder, "."], cancellationToken);
        return new FileInfo(file).Length / (double)(1 << 20);
    }

    private static string? Sources()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, Project)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }
}
