namespace ArrFunctions.Platform;

/// <summary>What every artifact store accepts.</summary>
public static class ArtifactRules
{
    /// <param name="group">32 hexadecimal digits.</param>
    /// <param name="name">Up to 60 lower-case letters, digits, hyphens and dots, beginning with a letter, no two dots beside each other.</param>
    public static void Check(string group, string name)
    {
        CheckGroup(group);
        if (!IsName(name))
        {
            throw new ArgumentException($"The artifact name '{name}' is not up to 60 lower-case letters, digits, hyphens and single dots.", nameof(name));
        }
    }

    public static void CheckGroup(string group)
    {
        if (!IsGroup(group))
        {
            throw new ArgumentException($"The group '{group}' of an artifact is not 32 hexadecimal digits.", nameof(group));
        }
    }

    public static bool IsGroup(string? group) => group is { Length: 32 } && group.All(char.IsAsciiHexDigitLower);

    public static bool IsName(string? name) => name is { Length: >= 1 and <= 60 } && char.IsAsciiLetterLower(name[0])
        && name.All(static character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '.')
        && !name.Contains("..", StringComparison.Ordinal) && name[^1] is not '.';
}
