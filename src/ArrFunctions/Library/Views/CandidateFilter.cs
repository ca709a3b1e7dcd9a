using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Views;

/// <summary>Which candidates are asked for.</summary>
/// <param name="Priorities">Empty: all.</param>
/// <param name="IsBlocked">Null: whether something stands in their way or not.</param>
internal sealed record CandidateFilter(IReadOnlyList<CandidatePriority> Priorities, bool? IsBlocked, int MinGain)
{
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetNames<CandidatePriority>().Select(static name => name.ToLowerInvariant())];

    /// <param name="priority"><c>high</c>, or several with commas.</param>
    /// <param name="blocked"><c>true</c> or <c>false</c>.</param>
    /// <param name="minGain">Points, 0 or more.</param>
    public static bool TryParse(string? priority, string? blocked, string? minGain, [NotNullWhen(true)] out CandidateFilter? filter, [NotNullWhen(false)] out string? wrong)
    {
        var words = priority?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        var isBlocked = (bool?)null;
        var gain = 0;
        wrong = words.FirstOrDefault(word => !Words.Contains(word, StringComparer.OrdinalIgnoreCase)) is not null ? $"priority is {string.Join(", ", Words)}, or several of them with commas."
            : blocked is not null && !TryRead(blocked, out isBlocked) ? "blocked is true or false."
            : minGain is not null && !int.TryParse(minGain, NumberStyles.None, CultureInfo.InvariantCulture, out gain) ? "minGain is a whole number of points, 0 or more."
            : null;
        filter = wrong is null ? new([.. words.Select(static word => Enum.Parse<CandidatePriority>(word, ignoreCase: true))], isBlocked, gain) : null;
        return wrong is null;
    }

    public bool Fits(UpgradeCandidate candidate) =>
        (Priorities is [] || Priorities.Contains(candidate.Priority)) && (IsBlocked is null || IsBlocked == candidate.Blocks is not []) && candidate.Gain >= MinGain;

    private static bool TryRead(string text, out bool? value)
    {
        var isWord = bool.TryParse(text, out var read);
        value = read;
        return isWord;
    }
}
