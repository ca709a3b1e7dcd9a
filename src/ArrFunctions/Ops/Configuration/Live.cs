namespace ArrFunctions.Ops.Configuration;

/// <summary>Options that can change while the program runs. Who keeps a value keeps what held when it was asked for.</summary>
internal sealed class Live<T>
    where T : notnull
{
    private readonly Func<T> read;

    /// <summary>Options that stay as they are.</summary>
    public Live(T value)
        : this(() => value)
    {
    }

    internal Live(Func<T> read) => this.read = read;

    /// <summary>As they are now; within a job or a run, as they were when it began.</summary>
    public T Value => read();

    public static implicit operator Live<T>(T value) => new(value);

    /// <summary>One of them.</summary>
    public Live<TPart> Part<TPart>(Func<T, TPart> part)
        where TPart : notnull => new(() => part(read()));
}
