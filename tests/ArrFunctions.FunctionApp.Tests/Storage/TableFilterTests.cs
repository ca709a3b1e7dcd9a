using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.Platform;
using ArrFunctions.Tests;

namespace ArrFunctions.FunctionApp.Tests.Storage;

public sealed class TableFilterTests
{
    private const string End = "\u007f";

    [Theory]
    [InlineData("b", "e", "PartitionKey eq 'p' and RowKey ge 'b' and RowKey lt 'e'")]
    [InlineData(null, "e", "PartitionKey eq 'p' and RowKey lt 'e'")]
    [InlineData("b", null, "PartitionKey eq 'p' and RowKey ge 'b'")]
    [InlineData(null, null, "PartitionKey eq 'p'")]
    [InlineData("it's", "it's~", "PartitionKey eq 'p' and RowKey ge 'it''s' and RowKey lt 'it''s~'")]
    [InlineData("a~", "a" + End, "PartitionKey eq 'p' and RowKey ge 'a~' and RowKey lt 'b'")]
    [InlineData("a~~", "a~" + End, "PartitionKey eq 'p' and RowKey ge 'a~~' and RowKey lt 'b'")]
    [InlineData("~", End, "PartitionKey eq 'p' and RowKey ge '~'")]
    [InlineData("e", "b", null)]
    [InlineData("e", "e", null)]
    [InlineData(End, null, null)]
    public void A_range_is_a_condition_on_both_ends(string? from, string? to, string? filter) =>
        Assert.Equal(filter, TableFilter.Range("p", new(from, to)));

    [Fact]
    public void A_condition_holds_for_the_keys_that_the_range_holds()
    {
        var random = new Random(TestSettings.Seed);
        for (var round = 0; round < 20_000; round++)
        {
            var range = new RowKeyRange(Text(End), Text(End));
            var key = Text("") + "a";
            var isWithin = string.CompareOrdinal(key, range.Lower) >= 0 && string.CompareOrdinal(key, range.Upper) < 0;

            Assert.True(
                isWithin == (TableFilter.Range("p", range) is { } filter && new FakeFilter(filter).Holds("p", key)),
                $"Seed {TestSettings.Seed}: '{key}' in '{range.From}' to '{range.To}'.");
        }

        string Text(string more) => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => ("a}~'" + more)[random.Next(4 + more.Length)]));
    }

    [Fact]
    public void A_row_is_found_by_both_of_its_keys_with_their_quotes_doubled() =>
        Assert.Equal("PartitionKey eq 'it''s' and RowKey eq '''a'''", TableFilter.Row("it's", "'a'"));
}
