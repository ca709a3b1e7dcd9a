using ArrFunctions.Ops.State;

namespace ArrFunctions.Ops.Backup;

/// <summary>Copies the state of this host as it is at one instant, while it is worked on; the host supplies it.</summary>
internal interface IStateCopy
{
    /// <summary>Name of the entry.</summary>
    string Entry { get; }

    /// <summary>About how many bytes a copy takes.</summary>
    Task<long> SizeAsync(CancellationToken cancellationToken);

    /// <param name="path">Of a file that is made, for its owner alone.</param>
    Task<CopiedState> CopyAsync(string path, CancellationToken cancellationToken);

    /// <summary>Looks at a copy as a whole.</summary>
    /// <exception cref="StateFileException">It is damaged.</exception>
    Task<CopiedState> CheckAsync(string path, CancellationToken cancellationToken);
}

/// <param name="Time">Its instant.</param>
/// <param name="Format">Its version.</param>
/// <param name="Rows">Of each table.</param>
/// <param name="Messages">In the queues; null: not in it.</param>
internal sealed record CopiedState(DateTimeOffset Time, long Format, SortedDictionary<string, long> Rows, long? Messages);
