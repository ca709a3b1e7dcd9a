using ArrFunctions.Indexers.Watch;

namespace ArrFunctions.Tests.Indexers.Watch;

public sealed class HealthTextTests
{
    private const string Words = "Indexers unavailable due to failures: ";

    [Fact]
    public void The_names_behind_the_colon_are_meant() => Assert.Equal(["Demo A", "Demo C"], Unavailable($"{Words}Demo A, Demo C", "Demo A", "Demo B", "Demo C"));

    [Fact]
    public void A_name_can_hold_commas_and_colons() => Assert.Equal(["one, two", "x: y, z"], Unavailable($"{Words}one, two, x: y, z", "one, two", "x: y, z", "y", "z", "one", "two"));

    [Fact]
    public void A_name_that_begins_another_is_not_meant_by_it()
    {
        Assert.Equal(["Demo B"], Unavailable($"{Words}Demo B", "Demo", "Demo B", "B"));
        Assert.Equal(["Demo"], Unavailable($"{Words}Demo", "Demo", "Demo B"));
        Assert.Equal(["Demo B", "Demo"], Unavailable($"{Words}Demo, Demo B", "Demo", "Demo B"));
        Assert.Empty(Unavailable($"{Words}Demo B", "Demo"));
    }

    [Theory]
    [InlineData("Indexer aufgrund von Fehlern nicht verfügbar: Demo A, Demo B")]
    [InlineData("Indexeurs indisponibles en raison d'échecs : Demo A, Demo B")]
    [InlineData("索引器因错误不可用：Demo A, Demo B")]
    [InlineData("索引器因错误不可用： Demo A, Demo B")]
    public void Other_languages_name_them_as_they_are(string message) => Assert.Equal(["Demo A", "Demo B"], Unavailable(message, "Demo A", "Demo B", "Demo C").Order());

    [Fact]
    public void A_word_of_the_sentence_is_no_name() => Assert.Empty(Unavailable($"{Words}Other", "failures", "Indexers", "due", ""));

    [Fact]
    public void A_name_is_meant_as_it_is_written() => Assert.Empty(Unavailable($"{Words}demo a", "Demo A"));

    [Fact]
    public void An_error_that_names_none_means_all()
    {
        Assert.Equal(["Demo A", "Demo B"], HealthText.Unavailable("All indexers are unavailable due to failures", isError: true, ["Demo A", "Demo B"]));
        Assert.Equal(["Demo B"], HealthText.Unavailable($"{Words}Demo B", isError: true, ["Demo A", "Demo B"]));
        Assert.Empty(Unavailable("All indexers are unavailable due to failures", "Demo A"));
    }

    [Fact]
    public void Two_hundred_names_are_found()
    {
        var names = Enumerable.Range(1, 200).Select(number => $"Demo {number}").ToList();
        Assert.Equal(names.Order(), Unavailable($"{Words}{string.Join(", ", names)}", [.. names]).Order());
    }

    [Fact]
    public void Checks_of_other_things_are_not_read()
    {
        Assert.Equal(["Demo A"], HealthText.Unavailable(
            [
                new() { Source = "IndexerLongTermStatusCheck", Type = "warning", Message = $"{Words}Demo A" },
                new() { Source = "indexerstatuscheck", Type = "warning", Message = $"{Words}Demo A" },
                new() { Source = "NotificationStatusCheck", Type = "error", Message = "All: Demo B" },
                new() { Source = "IndexerStatusCheck", Type = "error" },
            ],
            ["Demo A", "Demo B"]));
    }

    private static IReadOnlyList<string> Unavailable(string message, params IReadOnlyCollection<string> names) => HealthText.Unavailable(message, isError: false, names);
}
