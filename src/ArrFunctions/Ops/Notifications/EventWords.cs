using System.Text.RegularExpressions;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Names of events as people read them: <c>batch.partlyFailed</c> is "Batch partly failed".</summary>
internal static partial class EventWords
{
    public static string Of(string name)
    {
        var words = Boundary.Replace(name.Replace('.', ' '), " ").ToLowerInvariant().Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex Boundary { get; }
}
