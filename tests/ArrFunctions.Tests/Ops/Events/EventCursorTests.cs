using ArrFunctions.Ops.Events;

namespace ArrFunctions.Tests.Ops.Events;

public sealed class EventCursorTests
{
    private const string Text = "20260101.0123456789abcdef0123456789abcdef";

    [Fact]
    public void A_cursor_is_read_as_it_was_given()
    {
        var cursor = EventCursor.Parse(Text)!;

        Assert.Equal(("20260101", "0123456789abcdef0123456789abcdef"), (cursor.Day, cursor.Place));
        Assert.Equal(Text, cursor.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("20260101.")]
    [InlineData("2026010a.0123456789abcdef0123456789abcdef")]
    [InlineData("20260101.0123456789abcdef0123456789abcde/")]
    [InlineData("20260101.0123456789ABCDEF0123456789abcdef")]
    [InlineData("20260101.0123456789abcdef0123456789abcdef0")]
    [InlineData("٢٠٢٦٠١٠١.0123456789abcdef0123456789abcdef")]
    public void What_nobody_was_given_is_no_cursor(string? text) => Assert.Null(EventCursor.Parse(text));
}
