namespace ArrFunctions.Ops.Configuration;

/// <summary>What is made of options, once for each state of them.</summary>
/// <remarks>What was made of an earlier state stays a while for those who began with it.</remarks>
internal sealed class MadeOf<TOptions, T>(Live<TOptions> options, Func<TOptions, T> make) : IDisposable
    where TOptions : class
{
    /// <summary>A job that is older than so many changes of its options meets what is disposed, and is tried again.</summary>
    private const int Kept = 8;

    private readonly Lock gate = new();
    private readonly LinkedList<(TOptions Options, T Made)> all = [];

    public T Value
    {
        get
        {
            var now = options.Value;
            lock (gate)
            {
                foreach (var (known, made) in all)
                {
                    if (ReferenceEquals(known, now))
                    {
                        return made;
                    }
                }

                while (all.Count >= Kept)
                {
                    (all.Last!.Value.Made as IDisposable)?.Dispose();
                    all.RemoveLast();
                }

                return all.AddFirst((now, make(now))).Value.Made;
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var (_, made) in all)
            {
                (made as IDisposable)?.Dispose();
            }

            all.Clear();
        }
    }
}
