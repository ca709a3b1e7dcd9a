using ArrFunctions.Metadata;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Metadata.ReleaseNames;

/// <summary>Ten thousand names that were made from what they mean; the few that are misread are listed beside the tests.</summary>
public sealed class GeneratedNameTests
{
    private const int Seed = 20_240_315;

    private const int Count = 10_000;

    private static readonly string NotParsed = Repository.PathOf("tests/ArrFunctions.Tests/Metadata/release-names-not-parsed.txt");

    [Fact]
    public void Generated_names_are_understood_but_for_those_on_the_list()
    {
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"{Count} names, {Titles.All.Count} titles, seed {Seed}");
        var names = Generate().Select(name => (Name: name, Parsed: ReleaseNameParser.Parse(name.Path))).ToList();
        var rates = names.GroupBy(name => name.Name.Form, StringComparer.Ordinal)
            .Select(form => (Form: form.Key, Rate: 100.0 * form.Count(name => name.Name.IsUnderstood(name.Parsed)) / form.Count(), Count: form.Count()))
            .ToList();
        rates.ForEach(form => output.WriteLine(FormattableString.Invariant($"{form.Rate,6:0.0} % of {form.Count} {form.Form}")));
        var misread = names.Where(name => !name.Name.IsUnderstood(name.Parsed)).ToList();
        output.WriteLine(FormattableString.Invariant($"{100 - (100.0 * misread.Count / Count):0.00} % of all"));

        var list = misread
            .Select(name => $"{name.Name.Path}\n    is   {ReleaseNameText.Of(name.Name.Meaning)}\n    read {ReleaseNameText.Of(name.Parsed)}\n")
            .Order(StringComparer.Ordinal)
            .Distinct(StringComparer.Ordinal);
        CompareWithList(string.Concat(list));
        Assert.True(misread.Count <= Count / 100, $"{misread.Count} of {Count} names are misread.");
        Assert.DoesNotContain(rates, form => form.Rate < 95);
    }

    private static void CompareWithList(string list)
    {
        if (TestSettings.IsRewriting)
        {
            File.WriteAllText(NotParsed, list);
        }

        Assert.True(File.ReadAllText(NotParsed) == list, $"Other names are misread than {NotParsed} lists: run with ARRFUNCTIONS_TEST_REWRITE=1 and look at the difference.");
    }

    private static IEnumerable<GeneratedName> Generate()
    {
        var random = new Random(Seed);
        var forms = SeriesForms.All.Concat(AnimeForms.All).Concat(FilmForms.All).ToList();
        for (var round = 0; round < Count; round++)
        {
            var (form, make) = forms[round % forms.Count];
            var (path, meaning) = make(Titles.All[random.Next(Titles.All.Count)], new Spelling(random));
            yield return new(form, path, meaning);
        }
    }
}
