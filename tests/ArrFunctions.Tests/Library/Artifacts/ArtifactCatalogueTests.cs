using System.Runtime.CompilerServices;
using ArrFunctions.Library;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Library.Artifacts;

public sealed class ArtifactCatalogueTests
{
    private const int Many = 100_000;

    public static TheoryData<string> Names => [.. ArtifactCatalogue.All.Select(artifact => artifact.Name)];

    [Fact]
    public void Every_artifact_has_a_name_of_its_own_that_a_store_takes()
    {
        Assert.All(ArtifactCatalogue.All, artifact => Assert.True(ArtifactRules.IsName(artifact.Name)));
        Assert.Distinct(ArtifactCatalogue.All.Select(artifact => artifact.Name));
        Assert.Null(ArtifactCatalogue.Find("scores.xlsx"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rows_are_read_once_or_twice_for_the_report_and_none_is_held(string name)
    {
        var rows = new CountedRows();

        var stream = new NetworkStream();
        await ArtifactCatalogue.Find(name)!.WriteAsync(Sample.Content(ServarrService.Sonarr, rows.ReadAsync), stream, TestContext.Current.CancellationToken);

        Assert.InRange(rows.MostAlive, 0, 10);
        Assert.InRange(rows.Reads, 0, name is "report.html" ? 2 : 1);
        Assert.InRange(stream.Largest, 1, 256 * 1024);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_caller_can_end_it(string name)
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ArtifactCatalogue.Find(name)!.WriteAsync(Sample.Content(ServarrService.Sonarr, new CountedRows().ReadAsync), new NetworkStream(), cancelled.Token));
    }

    /// <summary>Rows of which it is known how many are still alive.</summary>
    private sealed class CountedRows
    {
        private readonly List<WeakReference> given = [];

        public int Reads { get; private set; }

        public int MostAlive { get; private set; }

        public async IAsyncEnumerable<LibraryRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Reads++;
            await Task.Yield();
            var series = Sample.Series();
            for (var number = 1; number <= Many; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (number % 25_000 is 0)
                {
                    GC.Collect();
                    MostAlive = Math.Max(MostAlive, given.Count(row => row.IsAlive));
                }

                yield return Row(series, number);
            }
        }

        private LibraryRow Row(LibraryTitle series, int number)
        {
            var row = new LibraryRow(series, Sample.File($"Season 01/{number}.mkv", number % 977, Sample.Episode(1 + (number % 28))));
            if (number % 50 is 0)
            {
                given.Add(new WeakReference(row.File));
            }

            return row;
        }
    }
}
