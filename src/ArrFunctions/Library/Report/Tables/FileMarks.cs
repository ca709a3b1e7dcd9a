using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Report.Tables;

/// <summary>What the analysis says of each file: its category, and whether it is a candidate. One number a file, for 100,000 of them.</summary>
internal sealed class FileMarks
{
    private readonly IReadOnlyList<UpgradeCandidate> _candidates;
    private readonly Dictionary<ItemKey, int> _marks;

    private FileMarks(IReadOnlyList<UpgradeCandidate> candidates, int files)
    {
        _candidates = candidates;
        _marks = new(files);
    }

    public static FileMarks Of(LibraryAnalysis analysis)
    {
        FileMarks marks = new(analysis.Candidates, analysis.Figures.Files);
        foreach (CategoryFigures category in analysis.Categories)
        {
            foreach (ItemKey item in category.Items)
            {
                marks._marks[item] = (int)category.Category + 1;
            }
        }

        for (int i = 0; i < analysis.Candidates.Count; i++)
        {
            ItemKey item = analysis.Candidates[i].Item;
            marks._marks[item] = (marks._marks.GetValueOrDefault(item) & 0xF) | ((i + 1) << 4);
        }

        return marks;
    }

    public (FileCategory? Category, UpgradeCandidate? Candidate) For(ItemKey item)
    {
        int mark = _marks.GetValueOrDefault(item);
        return ((mark & 0xF) == 0 ? null : (FileCategory)((mark & 0xF) - 1), mark >> 4 == 0 ? null : _candidates[(mark >> 4) - 1]);
    }
}
