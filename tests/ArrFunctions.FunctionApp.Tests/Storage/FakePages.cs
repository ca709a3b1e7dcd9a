using Azure;

namespace ArrFunctions.FunctionApp.Tests.Storage;

/// <summary>Answers that follow each other by their continuations.</summary>
internal sealed class FakePages<T>(Func<string?, int, Page<T>> answer) : AsyncPageable<T>
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            await Task.Yield();
            var page = answer(continuationToken, pageSizeHint ?? 1000);
            continuationToken = page.ContinuationToken;
            yield return page;
        }
        while (continuationToken is not null);
    }
}
