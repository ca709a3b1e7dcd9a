using System.Runtime.CompilerServices;

namespace ArrFunctions.Ops.State;

/// <summary>A row as the file has it and as the target has it; at least one of both is there.</summary>
internal readonly record struct StatePair(StateRow? Wanted, StateRow? Found)
{
    /// <summary>Named as the file names it.</summary>
    public string Table => (Wanted ?? Found)!.Table;

    public bool IsSame => Wanted?.Content == Found?.Content;

    /// <summary>Two sequences in <see cref="StateOrder"/> side by side; one row of each is held.</summary>
    public static async IAsyncEnumerable<StatePair> JoinAsync(
        IAsyncEnumerable<StateRow> wanted, IAsyncEnumerable<StateRow> found, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var left = wanted.GetAsyncEnumerator(cancellationToken);
        await using var right = found.GetAsyncEnumerator(cancellationToken);
        var isLeft = await left.MoveNextAsync();
        var isRight = await right.MoveNextAsync();
        while (isLeft || isRight)
        {
            var order = !isLeft ? 1 : !isRight ? -1 : StateOrder.Compare(left.Current.Key(), right.Current.Key());
            yield return new(order <= 0 ? left.Current : null, order >= 0 ? right.Current : null);
            isLeft = order <= 0 ? await left.MoveNextAsync() : isLeft;
            isRight = order >= 0 ? await right.MoveNextAsync() : isRight;
        }
    }
}
