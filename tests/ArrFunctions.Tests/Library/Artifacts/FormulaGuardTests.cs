using ArrFunctions.Library.Artifacts;
using FsCheck;
using FsCheck.Fluent;

namespace ArrFunctions.Tests.Library.Artifacts;

public sealed class FormulaGuardTests
{
    private static readonly Gen<string> Pieces = Gen.Elements("'", "=", "+", "-", "@", "\t", "\r", "\n", ";", " ", "\u00a0", "\u200b", "\0", "a", "1", ",", "\"", "＝", "−");

    private static readonly Gen<string> Texts =
        Gen.OneOf(Pieces.ListOf().Select(string.Concat), ArbMap.Default.ArbFor<string>().Generator.Where(text => text is not null));

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1", "'+1")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\u200b=1", "'\u200b=1")]
    [InlineData("\0=1", "'\0=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("−1", "'−1")]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("\r\na", "'\r\na")]
    [InlineData("a;=1", "a;'=1")]
    [InlineData("HDR (+1); -HD (+2)", "HDR (+1);' -HD (+2)")]
    [InlineData("a\n=1", "a\n'=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("''=1", "'''=1")]
    public void What_could_begin_a_formula_gets_an_apostrophe(string text, string guarded)
    {
        Assert.Equal(guarded, FormulaGuard.Guard(text));
        Assert.Equal(text, FormulaGuard.Unguard(guarded));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Heat")]
    [InlineData("'Allo 'Allo!")]
    [InlineData("Spider-Man; Homecoming")]
    [InlineData("1+1=2")]
    [InlineData("(500) Days of Summer")]
    [InlineData("🎬")]
    public void Any_other_text_stays_as_it_is(string text)
    {
        Assert.Equal(text, FormulaGuard.Guard(text));
        Assert.Equal(text, FormulaGuard.Unguard(text));
    }

    [Fact]
    public void Every_text_comes_back() => Prop.ForAll(Texts.ToArbitrary(), text => FormulaGuard.Unguard(FormulaGuard.Guard(text)) == text)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void No_text_begins_a_formula_wherever_its_cells_are_cut() => Prop.ForAll(
        Texts.ToArbitrary(),
        text => FormulaGuard.Guard(text).Split(';', '\t', '\r', '\n').All(cell => cell.TrimStart(' ', '\u00a0', '\u200b', '\0') is "" or [not ('=' or '+' or '-' or '@' or '＝' or '−'), ..]))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void A_long_name_takes_no_long_time()
    {
        foreach (var text in (string[])[new('\'', 200_000), new('\u200b', 200_000), new(';', 200_000), string.Concat(Enumerable.Repeat(";' ", 70_000))])
        {
            Assert.Equal(text, FormulaGuard.Unguard(FormulaGuard.Guard(text)));
        }
    }
}
