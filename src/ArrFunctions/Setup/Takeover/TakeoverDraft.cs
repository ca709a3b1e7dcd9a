namespace ArrFunctions.Setup.Takeover;

/// <summary>A <see cref="TakeoverPlan"/> that is being made: each value of theirs is used or told once.</summary>
internal sealed class TakeoverDraft(TheirSystem system, IReadOnlyList<TheirValue> values)
{
    private readonly Dictionary<string, TheirKey> keys = new(StringComparer.Ordinal);
    private readonly List<Taken> taken = [];
    private readonly List<string> checks = [];

    /// <summary>Those whose name fits, in order.</summary>
    public IEnumerable<TheirValue> All(string pattern) => values.Where(value => value.Pattern.Equals(pattern, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null where it is not set, is empty, or is made of a variable that nobody has set, which is told.</summary>
    public string? Text(string name)
    {
        var found = values.LastOrDefault(value => value.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return found is null ? null : Usable(found);
    }

    /// <inheritdoc cref="Text"/>
    public string? Usable(TheirValue value)
    {
        if (value.Unset is { } variable)
        {
            Tell(value.Name, KeyFate.Dropped, $"It is made of ${{{variable}}}, which is not set. Write {variable}=... into a .env file beside it, or set it in the environment of this command.");
            return null;
        }

        return value.Text.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>As Python reads it: <c>true</c>, <c>yes</c>, <c>on</c>, <c>1</c> and their first letters. Null: it is none, or not set.</summary>
    public bool? Is(string name) => Text(name)?.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "1" or "t" or "y" => true,
        "false" or "no" or "off" or "0" or "f" or "n" => false,
        _ => null,
    };

    public void Take(Taken what) => taken.Add(what);

    /// <summary>What is told first of a key stays.</summary>
    public void Tell(string name, KeyFate fate, string says) => keys.TryAdd(name, new(name, fate, says));

    /// <summary>What is told first of each key that fits stays.</summary>
    public void TellAll(string pattern, KeyFate fate, string says)
    {
        foreach (var value in All(pattern))
        {
            Tell(value.Name, fate, says);
        }
    }

    public void Check(string sentence) => checks.Add(sentence);

    /// <param name="says">What is said of keys that are known, by pattern, where nothing else was.</param>
    /// <param name="unknown">What is said of all others.</param>
    public TakeoverPlan End(IReadOnlyDictionary<string, string> says, string unknown)
    {
        foreach (var value in values)
        {
            var known = says.FirstOrDefault(one => one.Key.Equals(value.Pattern, StringComparison.OrdinalIgnoreCase)).Value ?? (value.Text.AsSpan().Trim().IsEmpty ? "It is empty." : null);
            Tell(value.Name, known is null ? KeyFate.Unknown : KeyFate.Dropped, known ?? unknown);
        }

        return new(system, taken, [.. values.Select(value => keys[value.Name]).DistinctBy(static key => key.Name, StringComparer.Ordinal)], checks);
    }
}
