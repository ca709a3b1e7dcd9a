using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Correlation;

/// <summary>The scopes of the log, with the correlation id among them for every provider.</summary>
internal sealed class CorrelationScopes : IExternalScopeProvider
{
    /// <summary>Of the value in the scope.</summary>
    public const string Name = "CorrelationId";

    private readonly LoggerExternalScopeProvider scopes = new();

    public void ForEachScope<TState>(Action<object?, TState> callback, TState state)
    {
        if (CorrelationId.Current is { } id)
        {
            callback(new KeyValuePair<string, object?>[] { new(Name, id) }, state);
        }

        scopes.ForEachScope(callback, state);
    }

    public IDisposable Push(object? state) => scopes.Push(state);
}
