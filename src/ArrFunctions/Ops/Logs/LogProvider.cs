using System.Text;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.Logs.Files;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Logs;

/// <summary>Writes what is logged to the console, to a file, or to both, in one format.</summary>
internal sealed class LogProvider : ILoggerProvider, ISupportExternalScope, IAsyncDisposable
{
    private readonly LogFormat format;
    private readonly TimeProvider clock;
    private readonly LogPump? console;
    private readonly LogPump? file;
    private readonly LogFile? written;
    private IExternalScopeProvider scopes = new CorrelationScopes();

    /// <param name="console">Where lines go besides the file; null: nowhere.</param>
    public LogProvider(LogsOptions options, TimeProvider clock, Stream? console)
    {
        (format, this.clock) = (options.Format, clock);
        this.console = console is null ? null : new(lines => Write(console, lines), Loss);
        written = options.File is null ? null : new(options.File, clock, Loss, Trouble);
        file = written is null ? null : new(written.Write, Loss);
    }

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    /// <summary>Whoever made it disposes it asynchronously, behind the last line.</summary>
    public void Dispose()
    {
    }

    public async ValueTask DisposeAsync()
    {
        // The file first: what is wrong with it is told on the console.
        if (file is not null)
        {
            await file.DisposeAsync();
            written!.Dispose();
        }

        if (console is not null)
        {
            await console.DisposeAsync();
        }
    }

    private static void Write(Stream console, IReadOnlyList<string> lines)
    {
        try
        {
            console.Write(Encoding.UTF8.GetBytes(string.Concat(lines)));
            console.Flush();
        }
        catch (IOException)
        {
            // Nobody reads it any more.
        }
    }

    private string Loss(long lines) =>
        LogFormatter.Format(format, New(LogLevel.Warning, typeof(LogPump).FullName!, default, $"{lines} lines of the log could not be written here and are lost."));

    private void Trouble(string sentence) => console?.Add(LogFormatter.Format(format, New(LogLevel.Error, typeof(LogFile).FullName!, default, sentence)));

    private LogLine New(LogLevel level, string category, EventId eventId, string message) => new(clock.GetUtcNow(), level, category, eventId, message);

    private sealed class Writer(LogProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => provider.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scope = new List<KeyValuePair<string, object?>>();
            provider.scopes.ForEachScope(static (each, values) => values.AddRange(LogLine.ValuesOf(each)), scope);
            var line = LogFormatter.Format(provider.format, provider.New(logLevel, category, eventId, formatter(state, exception)) with
            {
                Values = [.. LogLine.ValuesOf(state)], Scope = scope, Exception = exception,
            });
            provider.console?.Add(line);
            provider.file?.Add(line);
        }
    }
}
