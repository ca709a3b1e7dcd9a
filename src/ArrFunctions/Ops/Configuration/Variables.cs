using System.Text.RegularExpressions;

namespace ArrFunctions.Ops.Configuration;

/// <summary>Variables of the environment inside a text: <c>${NAME}</c>; <c>$$</c> is one dollar, and what a variable holds is not expanded again.</summary>
internal static partial class Variables
{
    /// <param name="fault">When there is no result: a sentence why.</param>
    public static string? TryExpand(string text, IReadOnlyDictionary<string, string> variables, out string? fault)
    {
        string? wrong = null;
        var expanded = Dollar.Replace(text, match =>
        {
            if (match.Value == "$$")
            {
                return "$";
            }

            var name = match.Groups["name"].Value;
            if (name.Length > 0 && variables.TryGetValue(name, out var value))
            {
                return value;
            }

            wrong = name.Length > 0
                ? $"The variable {name} is not set in the environment. Set it, or write $${{ where no variable is meant."
                : "${ begins a variable and is not followed by a name and }. Write $${ where no variable is meant.";
            return "";
        });
        fault = wrong;
        return fault is null ? expanded : null;
    }

    [GeneratedRegex(@"\$\$|\$\{((?<name>[A-Za-z_][A-Za-z0-9_]*)\})?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dollar { get; }
}
