using ArrFunctions.Tests.Shared;

namespace ArrFunctions.FunctionApp.Tests;

/// <summary>What code that Durable runs again from its start must not touch; FullFeed=true has the analyzers of the SDK for it, which see more.</summary>
public sealed class DeterminismTests
{
    private const string Folder = "src/ArrFunctions.FunctionApp/Orchestrations";

    /// <summary>Every file that has to do with the context of an orchestrator.</summary>
    public static TheoryData<string> Files =>
        [.. from file in new DirectoryInfo(Repository.PathOf(Folder)).EnumerateFiles("*.cs")
            where Read(file.Name).Contains("TaskOrchestrationContext", StringComparison.Ordinal)
            select file.Name];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_orchestrator_touches_no_clock_no_chance_no_thread_and_nothing_outside(string file) => Assert.DoesNotMatch(
        @"\b(DateTime(Offset)?\.|TimeProvider|Stopwatch|Environment\.|Guid\.|Random|Task\.(Delay|Run|Factory|Yield)|Thread\b|ThreadPool|ConfigureAwait|CancelAsync|ContinueWith"
        + @"|ILogger<|HttpClient|File\.|Directory\.|ITableStore|IWorkQueue|phases\b|IServiceProvider)",
        Read(file));

    [Fact]
    public void There_are_orchestrators() => Assert.Equal(4, Files.Count);

    private static string Read(string file) => Repository.Read($"{Folder}/{file}");
}
