using System.Diagnostics.CodeAnalysis;

namespace ArrFunctions.Servarr;

/// <summary>Something that is read once for all who ask, and kept for a while; what failed is not kept.</summary>
internal sealed class Kept<T>(Func<CancellationToken, Task<T>> read, TimeSpan age, TimeProvider clock)
{
    private readonly Lock gate = new();
    private Task<T>? current;
    private long since;

    /// <param name="isAnew">Whether to read it again, whatever its age.</param>
    /// <param name="cancellationToken">Stops waiting; others who wait are not disturbed.</param>
    [SuppressMessage("Usage", "VSTHRD003:Avoid awaiting foreign Tasks", Justification = "Whoever asks first begins the reading for all.")]
    public Task<T> GetAsync(bool isAnew, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (current is null || current.IsFaulted || current.IsCanceled || (current.IsCompleted && isAnew) || clock.GetElapsedTime(since) >= age)
            {
                since = clock.GetTimestamp();
                current = read(CancellationToken.None);
            }

            return current.WaitAsync(cancellationToken);
        }
    }
}
