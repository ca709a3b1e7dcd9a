using System.Text.Json;
using ArrFunctions.Ops.Events;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Ops.Events;

public sealed class EventFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("events-");
    private readonly EventBench bench = new();

    private string Place => Path.Combine(folder.FullName, "events.ndjson");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Every_event_stands_once_in_the_files_in_the_order_in_which_it_came()
    {
        for (var turn = 0; turn < 10; turn++)
        {
            await bench.AddAsync(Enumerable.Range(0, 150).Select(minute => EventBench.New((turn * 150) - minute)));
            using var file = New();
            await Task.WhenAll(file.CatchUpAsync(Cancellation), file.CatchUpAsync(Cancellation));
            Assert.Null(file.Trouble);
        }

        Assert.True(File.Exists($"{Place}.3"));
        Assert.All(folder.GetFiles("*.ndjson*").Where(each => each.Extension != ".lock"), each => Assert.InRange(each.Length, 1, 64 * 1024));
        Assert.Equal(Enumerable.Range(1, 1500).Select(number => (long)number), Numbers());
    }

    [Theory]
    [InlineData("{\"number\":4,\"eve")]
    [InlineData("x")]
    public async Task Half_a_line_is_written_anew(string half)
    {
        await bench.AddAsync(Enumerable.Range(0, 3).Select(minute => EventBench.New(minute)));
        using var file = New();
        await file.CatchUpAsync(Cancellation);
        await File.AppendAllTextAsync(Place, half, Cancellation);
        await bench.AddAsync(EventBench.New(9));

        await file.CatchUpAsync(Cancellation);

        Assert.Equal([1, 2, 3, 4], Numbers());
    }

    [Fact]
    public async Task A_file_that_was_only_begun_is_begun_again()
    {
        await bench.AddAsync(EventBench.New(1));
        await File.WriteAllTextAsync(Place, "{\"num", Cancellation);
        using var file = New();

        await file.CatchUpAsync(Cancellation);

        Assert.Equal([1], Numbers());
    }

    [Fact]
    public async Task What_cannot_be_written_is_trouble_and_is_made_up_for()
    {
        await bench.AddAsync(EventBench.New(1));
        Directory.CreateDirectory(Place);
        using var file = New();

        await file.CatchUpAsync(Cancellation);
        Assert.Contains($"Events cannot be written to {Place}", file.Trouble, StringComparison.Ordinal);

        Directory.Delete(Place);
        await file.CatchUpAsync(Cancellation);
        Assert.Null(file.Trouble);
        Assert.Equal([1], Numbers());
    }

    [Theory]
    [InlineData("my notes\n")]
    [InlineData("my notes\nwithout an end")]
    [InlineData("notes without an end")]
    public async Task A_file_of_somebody_else_is_left_as_it_is(string content)
    {
        await bench.AddAsync(EventBench.New(1));
        await File.WriteAllTextAsync(Place, content, Cancellation);
        using var file = New();

        await file.CatchUpAsync(Cancellation);

        Assert.NotNull(file.Trouble);
        Assert.Equal(content, await File.ReadAllTextAsync(Place, Cancellation));
    }

    private EventFile New() => new(bench.Feed, new() { File = Place, FileSize = 64 * 1024, FileCount = 20 }, NullLogger<EventFile>.Instance);

    private IEnumerable<long> Numbers() => Enumerable.Range(0, 20).Reverse()
        .Select(number => number == 0 ? Place : $"{Place}.{number}")
        .Where(File.Exists)
        .SelectMany(File.ReadAllLines)
        .Select(line => JsonElement.Parse(line).GetProperty("number").GetInt64());
}
