using System.Diagnostics;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Platform;

/// <summary>Real programs: what they are given, what comes back, and that none outlives its turn.</summary>
public sealed class LinuxProcessRunnerTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("run-");
    private readonly LinuxProcessRunner runner = new(TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Arguments_arrive_as_they_are()
    {
        string[] arguments = ["a b", "", "'single' \"double\"", "line\nline", "$HOME `id` *", "back\\slash", "-x", "--", "日本語"];

        var ended = await EndAsync("for a; do printf '[%s]' \"$a\"; done", arguments);

        Assert.Equal((0, string.Concat(arguments.Select(argument => $"[{argument}]")) + "\n"), (ended.ExitCode, ended.Output));
    }

    [Fact]
    public async Task A_program_gets_nothing_of_our_environment_but_the_search_path()
    {
        var ended = Assert.IsType<ProcessOutcome.Ended>(await runner.RunAsync(new("env", [], Long), Cancellation));

        Assert.Equal(["LC_ALL", "PATH"], ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_is_told_whatever_a_program_writes_and_how_it_ended()
    {
        var lines = new List<string>();
        var request = Shell("echo first; echo second; printf rest; echo wrong >&2; exit 3") with { OutputLine = lines.Add };

        var ended = Assert.IsType<ProcessOutcome.Ended>(await runner.RunAsync(request, Cancellation));

        Assert.Equal((3, "first\nsecond\nrest\n", "wrong\n"), (ended.ExitCode, ended.Output, ended.Errors));
        Assert.Equal(["first", "second", "rest"], lines);
    }

    [Fact]
    public async Task Lines_are_told_as_they_come()
    {
        var pipe = Path.Combine(folder.FullName, "pipe");
        Tools.Run("mkfifo", pipe);

        // The program goes on only after its first line was told.
        var request = Shell($"echo ready; read answer <{pipe}; echo $answer") with { OutputLine = line => Answer(line) };

        Assert.Equal("ready\ngo\n", Assert.IsType<ProcessOutcome.Ended>(await runner.RunAsync(request, Cancellation)).Output);

        void Answer(string line)
        {
            if (line == "ready")
            {
                File.WriteAllText(pipe, "go\n");
            }
        }
    }

    [Fact]
    public async Task A_program_that_waits_for_input_gets_none() => Assert.Equal(0, (await EndAsync("cat")).ExitCode);

    [Fact]
    public async Task A_program_that_is_not_there_is_missing() =>
        Assert.IsType<ProcessOutcome.Missing>(await runner.RunAsync(new("no-such-program", [], Long), Cancellation));

    [Fact]
    public async Task One_that_a_signal_ended_has_no_small_exit_code() => Assert.Equal(128 + 9, (await EndAsync("kill -9 $$")).ExitCode);

    [Fact]
    public async Task Much_output_on_both_pipes_blocks_nothing_and_only_its_part_is_kept()
    {
        var ended = await EndAsync("yes 0123456789012345678901234567890123456789 | head -c 60000000 & yes error | head -c 30000000 >&2; wait");

        Assert.Equal(0, ended.ExitCode);
        Assert.InRange(ended.Output.Length, 10 << 20, 16 << 20);
        Assert.InRange(ended.Errors.Length, 1, 4096);
    }

    [Fact]
    public async Task A_line_without_an_end_is_not_kept_whole()
    {
        var longest = 0;
        var request = Shell("head -c 50000000 /dev/zero | tr '\\0' x; head -c 50000000 /dev/zero | tr '\\0' y >&2") with { OutputLine = line => longest = Math.Max(longest, line.Length) };

        var ended = Assert.IsType<ProcessOutcome.Ended>(await runner.RunAsync(request, Cancellation));

        Assert.InRange(longest, 1, 1 << 20);
        Assert.InRange(ended.Output.Length, 1, 16 << 20);
        Assert.InRange(ended.Errors.Length, 1, 4096);
    }

    [Fact]
    public async Task After_the_time_limit_it_is_killed_with_all_its_own()
    {
        var clock = new ManualTimeProvider();
        var request = Tree() with { TimeLimit = TimeSpan.FromHours(6), OutputLine = _ => clock.Advance(TimeSpan.FromHours(6)) };

        Assert.Equal(new ProcessOutcome.TimedOut(TimeSpan.FromHours(6)), await new LinuxProcessRunner(clock).RunAsync(request, Cancellation));

        await AssertAllGoneAsync();
    }

    [Fact]
    public async Task When_it_is_cancelled_it_is_killed_with_all_its_own()
    {
        using var stop = new CancellationTokenSource();
        var request = Tree() with { OutputLine = _ => stop.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => runner.RunAsync(request, stop.Token));

        await AssertAllGoneAsync();
    }

    [Fact]
    public async Task One_that_was_cancelled_before_is_not_begun()
    {
        var mark = Path.Combine(folder.FullName, "mark");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => runner.RunAsync(Shell($"touch {mark}"), new CancellationToken(canceled: true)));

        Assert.False(File.Exists(mark));
    }

    [Fact]
    public async Task A_listener_that_throws_ends_the_program()
    {
        var request = Tree() with { OutputLine = _ => throw new InvalidDataException("cannot read that") };

        await Assert.ThrowsAsync<InvalidDataException>(() => runner.RunAsync(request, Cancellation));

        await AssertAllGoneAsync();
    }

    private static ProcessRequest Shell(string script, params string[] arguments) => new("sh", ["-c", script, "sh", .. arguments], Long);

    private async Task<ProcessOutcome.Ended> EndAsync(string script, params string[] arguments) =>
        Assert.IsType<ProcessOutcome.Ended>(await runner.RunAsync(Shell(script, arguments), Cancellation));

    /// <summary>A program with one of its own; it names both once they run.</summary>
    private ProcessRequest Tree() => Shell($"sleep 600 & echo $! $$ >{Pids}; echo ready; wait");

    private string Pids => Path.Combine(folder.FullName, "pids");

    private async Task AssertAllGoneAsync()
    {
        foreach (var pid in (await File.ReadAllTextAsync(Pids, Cancellation)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            // Killed is not yet gone: whoever inherited it buries it.
            var waited = Stopwatch.StartNew();
            while (IsAlive(pid))
            {
                Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), $"Process {pid} is still there.");
                await Task.Yield();
            }
        }
    }

    private static bool IsAlive(string pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Split(')')[^1].TrimStart().StartsWith('Z');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
