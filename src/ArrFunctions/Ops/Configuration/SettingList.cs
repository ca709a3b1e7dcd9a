namespace ArrFunctions.Ops.Configuration;

/// <summary>Several values in one text, with commas between them.</summary>
internal static class SettingList
{
    public static IReadOnlyList<string> Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The same for values that have commas of their own between two signs; the signs may be alike, and nest where they are not.</summary>
    public static IReadOnlyList<string> Split(string text, char open, char close)
    {
        var (values, depth, start) = (new List<string>(), 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\\')
            {
                at++;
            }
            else if (text[at] == close && depth > 0)
            {
                depth--;
            }
            else if (text[at] == open)
            {
                depth++;
            }
            else if (text[at] is ',' && depth == 0)
            {
                values.Add(text[start..at]);
                start = at + 1;
            }
        }

        return [.. values.Append(text[start..]).Select(value => value.Trim()).Where(value => value.Length > 0)];
    }
}
