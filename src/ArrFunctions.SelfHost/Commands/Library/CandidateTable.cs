using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Views;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary>Upgrade candidates as a table for people: a line each where there is room for it, else some.</summary>
internal static class CandidateTable
{
    public static Table Of(CandidateList list, bool isWide)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = !isWide }
            .AddColumn("#", static column => column.NoWrap().RightAligned())
            .AddColumn("Priority", static column => column.NoWrap())
            .AddColumn("Score", static column => column.NoWrap().RightAligned())
            .AddColumn("Gain", static column => column.NoWrap().RightAligned());
        table.AddColumns(isWide ? ["File", "Quality", "Profile", "What to do"] : ["File"]);
        foreach (var candidate in list.Candidates)
        {
            var (word, colour) = (AnalysisTables.Words(candidate.Priority), ColourOf(candidate));
            Text[] facts =
            [
                new(AnalysisTables.Number(candidate.Rank)), new(word, new Style(colour)), new(AnalysisTables.Number(candidate.Score)), new(AnalysisTables.Signed(candidate.Gain)),
            ];
            if (isWide)
            {
                table.AddRow([.. facts, Cell(candidate.Name), Cell(candidate.Quality), Cell(candidate.Profile), Cell(candidate.Recommendation)]);
            }
            else
            {
                table.AddRow([.. facts, new Rows(Cell(candidate.Name), Cell($"{candidate.Quality}, {candidate.Profile}"), Cell(candidate.Recommendation))]);
            }
        }

        return table;
    }

    private static Text Cell(string text) => new(Terminal.Printable(text));

    private static Color ColourOf(UpgradeCandidate candidate) => candidate switch
    {
        { Blocks: not [] } => Color.Grey,
        { Priority: CandidatePriority.Critical } => Color.Red,
        { Priority: CandidatePriority.High } => Color.Yellow,
        _ => Color.Default,
    };
}
