using ArrFunctions.Library;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.Library.Report;

namespace ArrFunctions.Tests.Library.Report;

/// <summary>The heap is that of the whole process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(HtmlReportMemoryTests), DisableParallelization = true)]
[Collection(nameof(HtmlReportMemoryTests))]
public sealed class HtmlReportMemoryTests
{
    [Fact]
    public async Task A_large_library_is_written_without_being_held()
    {
        List<long> held = [];
        SampleRows rows = new(60_000, isSeries: false);
        ExportContent content = SampleReport.Of(rows, candidates: 100) with { Rows = cancellationToken => MeasuredAsync(rows, held, cancellationToken) };

        await HtmlReport.Artifact.WriteAsync(content, Stream.Null, TestContext.Current.CancellationToken);

        Assert.True(held[^1] - held[^3] < 1_000_000, $"{held[^1] - held[^3]} bytes more are held after 60,000 files than after 20,000.");
    }

    private static async IAsyncEnumerable<LibraryRow> MeasuredAsync(
        SampleRows rows, List<long> held, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int count = 0;
        await foreach (LibraryRow row in rows.ReadAsync(cancellationToken))
        {
            if (++count % 20_000 == 0)
            {
                held.Add(GC.GetTotalMemory(forceFullCollection: true));
            }

            yield return row;
        }
    }
}
