namespace ArrFunctions.Ops.Caches;

/// <summary>Something that is kept so that others are asked less; each feature registers its own.</summary>
/// <param name="Name">In routes.</param>
/// <param name="Keys">What its keys look like, for people.</param>
/// <param name="ReportAsync">How it stands.</param>
/// <param name="ClearAsync">Forgets everything, and tells how many entries.</param>
/// <param name="RemoveAsync">Forgets what is kept under one key; false when there is nothing.</param>
internal sealed record KnownCache(
    string Name,
    string Keys,
    Func<CancellationToken, Task<CacheReport>> ReportAsync,
    Func<CancellationToken, Task<int>> ClearAsync,
    Func<string, CancellationToken, Task<bool>> RemoveAsync);
