namespace Azure;

public abstract class AsyncPageable<T> : IAsyncEnumerable<T>
    where T : notnull
{
    public abstract IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null);

    public virtual async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages().WithCancellation(cancellationToken))
        {
            foreach (var value in page.Values)
            {
                yield return value;
            }
        }
    }
}

public abstract class Page<T>
{
    public abstract IReadOnlyList<T> Values { get; }

    public abstract string? ContinuationToken { get; }

    public static Page<T> FromValues(IReadOnlyList<T> values, string? continuationToken, Response response) => new PageOfValues(values, continuationToken);

    private sealed class PageOfValues(IReadOnlyList<T> values, string? continuationToken) : Page<T>
    {
        public override IReadOnlyList<T> Values { get; } = values;

        public override string? ContinuationToken { get; } = continuationToken;
    }
}
