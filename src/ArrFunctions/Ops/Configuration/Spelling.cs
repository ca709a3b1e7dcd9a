namespace ArrFunctions.Ops.Configuration;

/// <summary>How far two names are from each other.</summary>
internal static class Spelling
{
    /// <summary>Letters added, left out, changed, or swapped with their neighbour (optimal string alignment); case does not count.</summary>
    public static int Distance(string left, string right)
    {
        (left, right) = (left.ToUpperInvariant(), right.ToUpperInvariant());
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0 ? i + j : Step(i, j);
            }
        }

        return distances[left.Length, right.Length];

        int Step(int i, int j)
        {
            var changed = distances[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
            var least = Math.Min(changed, 1 + Math.Min(distances[i - 1, j], distances[i, j - 1]));
            return i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]
                ? Math.Min(least, distances[i - 2, j - 2] + 1)
                : least;
        }
    }

    /// <summary>How many letters of a name may be wrong so that it is still recognised: one in three.</summary>
    public static int Tolerance(string name) => Math.Max(1, name.Length / 3);
}
