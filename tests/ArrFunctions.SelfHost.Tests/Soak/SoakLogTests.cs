using System.Text;
using ArrFunctions.Ops.Logs;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Tests.Soak;

/// <summary>That the soak sees errors in the log as the service writes it; a search that finds nothing shows nothing.</summary>
public sealed class SoakLogTests
{
    [Theory]
    [InlineData(LogLevel.Trace, false)]
    [InlineData(LogLevel.Debug, false)]
    [InlineData(LogLevel.Information, false)]
    [InlineData(LogLevel.Warning, false)]
    [InlineData(LogLevel.Error, true)]
    [InlineData(LogLevel.Critical, true)]
    public async Task A_line_is_an_error_by_its_level(LogLevel level, bool isError)
    {
        var broken = new InvalidOperationException("broken");
        using var console = new MemoryStream();
        await using (var provider = new LogProvider(new LogsOptions { Format = LogFormat.Json }, TimeProvider.System, console))
        {
            provider.CreateLogger("Anything").Log(level, default, "An error, critical.", broken, static (sentence, _) => sentence);
        }

        var lines = Encoding.UTF8.GetString(console.ToArray()).Split('\n');

        Assert.Equal(isError ? 1 : 0, SoakLog.Errors(lines).Count());
    }

    [Theory]
    [InlineData("Unhandled exception. System.InvalidOperationException: broken")]
    [InlineData("   at Program.Main()")]
    [InlineData("""{"time":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"level":"information" """)]
    public void What_is_no_line_of_the_log_is_an_error(string line) => Assert.Single(SoakLog.Errors([line]));
}
