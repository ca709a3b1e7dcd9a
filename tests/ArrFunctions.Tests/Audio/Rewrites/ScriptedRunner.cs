using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Audio.Rewrites;

/// <summary>Runs real programs, but for those that a test plays itself.</summary>
internal sealed class ScriptedRunner : IProcessRunner
{
    private readonly Dictionary<string, Func<ProcessRequest, CancellationToken, Task<ProcessOutcome>>> scripts = new(StringComparer.Ordinal);
    private readonly LinuxProcessRunner real = new(TimeProvider.System);

    /// <summary>The programs that were asked for, in their order.</summary>
    public List<string> Programs { get; } = [];

    public Task<ProcessOutcome> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        Programs.Add(request.Program);
        return scripts.TryGetValue(request.Program, out var script) && !request.Arguments.Contains("--identify", StringComparer.Ordinal)
            ? script(request, cancellationToken)
            : real.RunAsync(request, cancellationToken);
    }

    public ScriptedRunner Play(string program, Func<ProcessRequest, CancellationToken, Task<ProcessOutcome>> script)
    {
        scripts[program] = script;
        return this;
    }

    public ScriptedRunner Play(string program, ProcessOutcome outcome) => Play(program, (_, _) => Task.FromResult(outcome));

    /// <summary>It ends well, and its target is what the test makes of it.</summary>
    public ScriptedRunner Write(string program, Action<string> write) => Play(program, (request, _) =>
    {
        write(TargetOf(request));
        return Task.FromResult<ProcessOutcome>(new ProcessOutcome.Ended(0, "", ""));
    });

    /// <summary>The real program does its work, and then something happens to its target.</summary>
    public ScriptedRunner Spoil(string program, Action<string> spoil) => Play(program, async (request, cancellationToken) =>
    {
        var outcome = await real.RunAsync(request, cancellationToken);
        spoil(TargetOf(request));
        return outcome;
    });

    /// <summary>The real program, with options in front of its source.</summary>
    public ScriptedRunner Add(string program, params string[] options) => Play(
        program, (request, cancellationToken) => real.RunAsync(request with { Arguments = [.. request.Arguments.SkipLast(1), .. options, request.Arguments[^1]] }, cancellationToken));

    public static string TargetOf(ProcessRequest request) => request.Program switch
    {
        "mkvpropedit" => request.Arguments[0],
        "mkvmerge" => request.Arguments[request.Arguments.ToList().IndexOf("--output") + 1],
        _ => request.Arguments[^1],
    };
}
