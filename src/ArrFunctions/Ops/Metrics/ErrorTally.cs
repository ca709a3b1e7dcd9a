using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Metrics;

/// <summary>Counts what is logged as an error: what needs a person. Of a line it looks at the type of the exception and the category alone.</summary>
internal sealed class ErrorTally : ILoggerProvider
{
    private static readonly MetricFamily Errors = new(
        "errors_total", MetricKind.Counter, "Lines of the log that need a person, by the kind of the fault and the part that met it.", "type", "component");

    private readonly Tally tally = new();

    public MetricCollector Collector => MetricCollector.Of("errors", [Errors], sink =>
    {
        foreach (var (key, count) in tally.Counts)
        {
            var at = key.IndexOf('~', StringComparison.Ordinal);
            sink.Add(Errors, count, key[..at], key[(at + 1)..]);
        }
    });

    public ILogger CreateLogger(string categoryName) => new ErrorLogger(tally, ComponentOf(categoryName));

    public void Dispose()
    {
        // Nothing is held.
    }

    /// <summary>The feature, in camelCase; <c>host</c> for what is not of the product.</summary>
    private static string ComponentOf(string category) => category.Split('.') switch
    {
        ["ArrFunctions", "SelfHost" or "FunctionApp", var part, ..] => Camel(part),
        ["ArrFunctions", var part, ..] => Camel(part),
        _ => "host",
    };

    private static string Camel(string word) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(word);

    private sealed class ErrorLogger(Tally tally, string component) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is LogLevel.Error or LogLevel.Critical;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                tally.Add($"{exception?.GetType().Name ?? "none"}~{component}");
            }
        }
    }
}
