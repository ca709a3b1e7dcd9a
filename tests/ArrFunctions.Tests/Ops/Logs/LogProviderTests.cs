using System.Text;
using ArrFunctions.Ops.Logs;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Tests.Ops.Logs;

/// <summary>Lines on their way to the console.</summary>
public sealed class LogProviderTests
{
    [Fact]
    public async Task Nobody_waits_for_a_console_that_nobody_reads_and_what_is_lost_is_counted()
    {
        await using var console = new StuckConsole();
        await using (var log = new LogProvider(new(), TimeProvider.System, console))
        {
            var logger = log.CreateLogger("ArrFunctions.Test");
            Write(logger, "first");
            await console.StuckAsync(TestContext.Current.CancellationToken);
            for (var line = 0; line < LogPump.Room + 7; line++)
            {
                Write(logger, "more");
            }

            console.Read();
        }

        Assert.Contains("7 lines of the log could not be written here and are lost.", console.Text, StringComparison.Ordinal);
        Assert.Equal(LogPump.Room + 2, console.Text.Count(character => character is '\n'));
    }

    private static void Write(ILogger logger, string message) => logger.Log(LogLevel.Information, default, message, exception: null, static (text, _) => text);

    /// <summary>Takes its first line only when it is read.</summary>
    private sealed class StuckConsole : MemoryStream
    {
        private readonly SemaphoreSlim stuck = new(0);
        private readonly ManualResetEventSlim reader = new();

        public Task StuckAsync(CancellationToken cancellationToken) => stuck.WaitAsync(cancellationToken);

        public string Text => Encoding.UTF8.GetString(ToArray());

        public void Read() => reader.Set();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            stuck.Release();
            reader.Wait(TestContext.Current.CancellationToken);
            base.Write(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            reader.Dispose();
            base.Dispose(disposing);
        }
    }
}
