namespace ArrFunctions.Ops.Events;

/// <summary>What a feature keeps beside the events and no longer than it is needed; each registers its own.</summary>
/// <param name="Name">In the plural, for people: <c>webhooks</c>.</param>
/// <param name="IsDueAsync">Whether any is over.</param>
/// <param name="RemoveAsync">Removes those that are over, and tells how many.</param>
internal sealed record KeptRows(string Name, Func<CancellationToken, ValueTask<bool>> IsDueAsync, Func<CancellationToken, Task<int>> RemoveAsync);
