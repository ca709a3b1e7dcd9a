using System.Diagnostics.CodeAnalysis;

namespace ArrFunctions.Library.Report.Tables;

/// <summary>Gives each id a number from 0, in the order in which they are first asked for.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is no collection to its callers.")]
internal sealed class Numbering
{
    private readonly Dictionary<int, int> _numbers = [];

    public Numbering(IEnumerable<int> ids)
    {
        foreach (int id in ids)
        {
            Of(id);
        }
    }

    /// <summary>In the order of their numbers.</summary>
    public IEnumerable<int> Ids => _numbers.Keys;

    public int Of(int id)
    {
        if (!_numbers.TryGetValue(id, out int number))
        {
            number = _numbers.Count;
            _numbers.Add(id, number);
        }

        return number;
    }
}
