using System.Text.Json;
using ArrFunctions.Ops.Logs;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Tests.Ops.Logs;

/// <summary>What a line has in it, and that nothing in it makes another.</summary>
public sealed class LogFormatterTests
{
    private const string Forged = "Film\n2026-11-21 12:00:00.000Z crit ArrFunctions: all is lost\r\u001b[2J\u009b31m\u2028\u202e\0";

    private static LogLine Line => new(new(2026, 11, 21, 12, 0, 30, 5, TimeSpan.Zero), LogLevel.Warning, "ArrFunctions.Jobs", new(7, "Finished"), "Film: done.")
    {
        Values = [new("Path", "/tv/film.mkv"), new("Attempt", 3), new("IsNew", true)],
        Scope = [new("JobId", "old"), new("JobId", "1a"), new("Instance", "radarr")],
        CorrelationId = "0193abcd0193abcd0193abcd0193abcd",
        TraceId = null,
    };

    [Fact]
    public void A_line_of_text_reads_from_left_to_right() => Assert.Equal(
        "2026-11-21 12:00:30.005Z warn ArrFunctions.Jobs: Film: done. [abcd0193abcd]\n", LogFormatter.Format(LogFormat.Text, Line));

    [Fact]
    public void A_line_of_JSON_has_the_documented_names()
    {
        var json = JsonElement.Parse(LogFormatter.Format(LogFormat.Json, Line));

        Assert.Equal(
            """{"time":"2026-11-21T12:00:30.005Z","level":"warning","category":"ArrFunctions.Jobs","eventId":7,"eventName":"Finished","message":"Film: done.","properties":{"path":"/tv/film.mkv","attempt":3,"isNew":true},"scope":{"jobId":"1a","instance":"radarr"},"correlationId":"0193abcd0193abcd0193abcd0193abcd"}""",
            json.GetRawText());
        var document = Repository.Read("docs/logs.md");
        Assert.All(json.EnumerateObject().Select(member => member.Name).Append("exception").Append("traceId"), name => Assert.Contains($"| `{name}` |", document, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LogFormat.Text)]
    [InlineData(LogFormat.Json)]
    public void A_title_forges_no_line_and_moves_no_cursor(LogFormat format)
    {
        var written = LogFormatter.Format(format, Line with { Message = Forged, Values = [new("Title", Forged)], Scope = [new("Title", Forged)] });

        Assert.EndsWith("\n", written, StringComparison.Ordinal);
        Assert.DoesNotContain(written[..^1], character => char.IsControl(character) || character is '\u2028');
        if (format is LogFormat.Text)
        {
            Assert.DoesNotContain('\u202e', written);
            Assert.Contains(@"\u001b[2J\u009b31m\u2028\u202e\u0000", written, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(Forged, JsonElement.Parse(written).GetProperty("message").GetString());
        }
    }

    [Fact]
    public void The_lines_of_an_exception_are_indented_so_that_none_passes_for_another_line()
    {
        var written = LogFormatter.Format(LogFormat.Text, Line with { Exception = new InvalidOperationException(Forged) });

        var lines = written.TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.All(lines[1..], line => Assert.StartsWith("    ", line, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', written);
        Assert.Single(LogFormatter.Format(LogFormat.Json, Line with { Exception = new InvalidOperationException(Forged) }), character => character is '\n');
    }

    [Fact]
    public void A_line_has_an_end() =>
        Assert.InRange(LogFormatter.Format(LogFormat.Json, Line with { Message = new string('x', 1_000_000), Values = [new("Title", new string('y', 1_000_000))] }).Length, 1, 20_000);
}
