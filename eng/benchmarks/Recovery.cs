using ArrFunctions.Audio;
using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.SelfHost.Commands;

namespace ArrFunctions.Benchmarks;

/// <summary>A start after changes were cut off.</summary>
internal static class Recovery
{
    private const int Unfinished = 100;
    private const string Clean = "start with nothing unfinished";
    private static readonly string Settling = $"start that settles {Unfinished} unfinished changes";

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var folder = workplace.CreateFolder("recovery");
        var data = folder.Subfolder("data");
        AudioState? state = null;
        Contender clean = new(Clean, OpenAsync) { CheckAsync = CloseAsync };
        Contender settling = new(Settling, OpenAsync) { PrepareAsync = () => CutOffAsync(folder, data, cancellationToken), CheckAsync = CheckAndCloseAsync };
        var rounds = await Rounds.RunAsync(warmUp: 2, workplace.Choose(full: 15, quick: 3), [clean, settling], cancellationToken);
        return new(
            "recovery",
            "a start that settles what was cut off",
            [.. new[] { Clean, Settling }.Select(name => new Figure(name, "time", FigureUnit.Milliseconds, rounds.Times(name)))],
            ["Opening the state, in this process. Half of the changes were cut off before the first byte was written, half after the last; each record is closed durably on its own."]);

        async Task OpenAsync() => state = await AudioState.OpenAsync(data, new() { Audio = Product.Options }, cancellationToken);

        async Task CloseAsync() => await state!.DisposeAsync();

        // A fix that was finished at the start can be taken back.
        async Task CheckAndCloseAsync()
        {
            if (await state!.UndoAsync(folder.File("0.mkv"), roots: null, cancellationToken) is { Outcome: AudioUndoOutcome.Refused refused })
            {
                throw new InvalidOperationException($"The start did not settle what was cut off: {refused.Explanation}.");
            }

            await CloseAsync();
        }
    }

    private static async Task CutOffAsync(WorkFolder folder, string data, CancellationToken cancellationToken)
    {
        await using var product = Product.OverSqlite(folder.Path, data);
        for (var index = 0; index < Unfinished; index++)
        {
            var path = folder.File($"{index}.mkv");
            MatroskaWriter.Write(SampleFiles.Matroska, path);
            await product.AbandonFixAsync(path, isWritten: index % 2 == 0, cancellationToken);
        }
    }
}
