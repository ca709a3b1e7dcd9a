using System.Diagnostics.CodeAnalysis;

namespace ArrFunctions.Servarr;

/// <summary>Something that is read once for all who ask, and kept for a while.</summary>
/// <remarks>What failed is kept for as long as it took to fail, a minute at the most: of an instance that hangs, many who ask one after the other do not wait their full time each.</remarks>
internal sealed class Kept<T>(Func<CancellationToken, Task<T>> read, TimeSpan age, TimeProvider clock)
{
    private static readonly TimeSpan LongestFailure = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private Task<T>? current;
    private long since;
    private long ended;

    /// <param name="isAnew">Whether to read it again, whatever its age.</param>
    /// <param name="cancellationToken">Stops waiting; others who wait are not disturbed.</param>
    [SuppressMessage("Usage", "VSTHRD003:Avoid awaiting foreign Tasks", Justification = "Whoever asks first begins the reading for all.")]
    public Task<T> GetAsync(bool isAnew, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (current is null || (current.IsCompleted && (isAnew || IsOver(current))))
            {
                since = clock.GetTimestamp();
                current = ReadAsync();
            }

            return current.WaitAsync(cancellationToken);
        }
    }

    private async Task<T> ReadAsync()
    {
        try
        {
            return await read(CancellationToken.None);
        }
        finally
        {
            Volatile.Write(ref ended, clock.GetTimestamp());
        }
    }

    private bool IsOver(Task<T> reading)
    {
        if (reading.IsCompletedSuccessfully)
        {
            return clock.GetElapsedTime(since) >= age;
        }

        var (end, took) = (Volatile.Read(ref ended), clock.GetElapsedTime(since, Volatile.Read(ref ended)));
        return clock.GetElapsedTime(end) >= (took < LongestFailure ? took : LongestFailure);
    }
}
