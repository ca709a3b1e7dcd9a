using System.Globalization;
using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.Platform;
using ArrFunctions.Tests;
using Azure.Data.Tables;

namespace ArrFunctions.FunctionApp.Tests.Storage;

public sealed class TableContentTests
{
    private static readonly string[] Characters = ["a", "\"", "\\", "ä", "Ω", "漢", "🎬", "\U0010ffff", "\uffff", "\u2028", " ", "\ufeff"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_surrogate_pair_at_a_seam_stays_whole(int charactersBefore)
    {
        var content = new string('a', TableContent.MaxPart - charactersBefore) + "🎬" + new string('b', TableContent.MaxPart) + "🎬";

        Assert.Equal(content, Travel(content));
    }

    [Fact]
    public void Any_text_of_any_length_comes_back_as_it_was()
    {
        var random = new Random(TestSettings.Seed);
        for (var round = 0; round < 200; round++)
        {
            var length = Math.Max(1, (random.Next(9) * TableContent.MaxPart) + random.Next(-3, 4));
            var content = string.Concat(Enumerable.Range(0, length).Select(_ => Characters[random.Next(Characters.Length)]))[..length];
            content = char.IsHighSurrogate(content[^1]) ? content[..^1] + "." : content;

            Assert.True(content == Travel(content), $"Seed {TestSettings.Seed}, round {round}, length {length}.");
        }
    }

    [Fact]
    public void The_longest_content_fits_an_entity_and_four_of_them_a_transaction()
    {
        var entity = new TableEntity(new string('p', TableRules.MaxKeyLength), new string('r', TableRules.MaxKeyLength));

        TableContent.Write(entity, new string('1', TableRules.MaxContentBytes));

        var held = FakeEntity.Of(entity, default);
        Assert.Null(held.Refusal());
        Assert.InRange(held.WireBytes, TableRules.MaxContentBytes, 1024 * 1024);
    }

    [Fact]
    public void A_short_content_is_one_property_that_a_person_can_read()
    {
        var entity = new TableEntity("p", "r");
        TableContent.Write(entity, """{"n":1}""");

        Assert.Equal("""{"n":1}""", entity["Content"]);
        Assert.Equal(["Content"], FakeEntity.Of(entity, default).Properties.Select(property => property.Key));
    }

    [Fact]
    public void An_entity_of_somebody_else_has_no_content()
    {
        Assert.Null(TableContent.Read(new TableEntity("p", "r") { ["Input"] = "1" }));
        Assert.Null(TableContent.Read(new TableEntity("p", "r") { ["Content"] = 1 }));
    }

    /// <summary>Through the service, which refuses what it would not keep.</summary>
    private static string? Travel(string content)
    {
        var entity = new TableEntity("p", "r");
        TableContent.Write(entity, content);
        var held = FakeEntity.Of(entity, default);
        Assert.True(held.Refusal() is null or "EntityTooLarge", string.Create(CultureInfo.InvariantCulture, $"{held.Refusal()} at {content.Length}"));
        Assert.All(held.Properties, property => Assert.InRange(property.Value.Length, 1, 32 * 1024));
        return TableContent.Read(held.Read());
    }
}
