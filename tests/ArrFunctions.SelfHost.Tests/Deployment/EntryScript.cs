using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Deployment;

/// <summary>The entry script of the image in a folder of its own, with a program that tells what became of it.</summary>
internal sealed class EntryScript : IDisposable
{
    private const UnixFileMode Everybody = (UnixFileMode)0b111_101_101;

    private const string Program = """
        #!/bin/sh
        echo "pid $$ uid $(id -u) gid $(id -g) groups $(id -G) umask $(umask)"
        grep NoNewPrivs /proc/self/status
        for word in "$@"; do echo "argument $word"; done
        touch "$ARRFUNCTIONS_IMAGE_STATE/written" && exit 7
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-");
    private readonly string script;
    private readonly string program;

    public EntryScript()
    {
        File.SetUnixFileMode(folder.FullName, Everybody);
        State = folder.CreateSubdirectory("config").FullName;
        script = Path.Combine(folder.FullName, "arrfunctions");
        program = Path.Combine(folder.FullName, "program");
        File.WriteAllText(script, Repository.Read("eng/image/arrfunctions"));
        File.WriteAllText(program, Program);
        File.SetUnixFileMode(script, Everybody);
        File.SetUnixFileMode(program, Everybody);
    }

    /// <summary>What <c>/config</c> is in the image.</summary>
    public string State { get; }

    /// <summary>What lies in the state, by name, with its owner: <c>uid:gid</c>.</summary>
    public string OwnerOf(string name) => ArrFunctions.Tests.Tools.Run("stat", "--format=%u:%g", Path.Combine(State, name)).Trim();

    public Task<EntryRun> RunAsync((string Name, string Value)[] variables, params string[] arguments) => RunAsync([script, .. arguments], variables);

    /// <summary>As a container is started with <c>user:</c>.</summary>
    public Task<EntryRun> RunAsUserAsync(int user, params (string Name, string Value)[] variables) =>
        RunAsync(["setpriv", "--reuid", $"{user}", "--regid", $"{user}", "--clear-groups", script], variables);

    public void Dispose() => folder.Delete(recursive: true);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The script under test, not a tool.")]
    private async Task<EntryRun> RunAsync(string[] command, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ARRFUNCTIONS_IMAGE_STATE"] = State;
        start.Environment["ARRFUNCTIONS_IMAGE_PROGRAM"] = program;
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.Id, process.ExitCode, (await output).Trim(), (await errors).Trim());
    }
}

/// <param name="Pid">Of the script as it was started.</param>
internal sealed record EntryRun(int Pid, int ExitCode, string Output, string Errors);
