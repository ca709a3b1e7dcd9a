namespace ArrFunctions.Ops.Configuration;

/// <summary>Values that lie in files of their own, as container secrets do: <c>X_FILE</c> holds the path of X's value.</summary>
internal static class SettingFile
{
    public const string Suffix = "_FILE";
    private const int MaxBytes = 64 * 1024;

    /// <summary>The key of the setting whose file this key names; null for every other key.</summary>
    public static string? WithoutSuffix(string key) => key.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) ? key[..^Suffix.Length] : null;

    /// <summary>The content of the file, without white space at its end.</summary>
    public static string? TryRead(SettingEntry entry, Findings findings)
    {
        if (entry.Text is null)
        {
            return null;
        }

        // What is no path may be the secret itself, and is not repeated.
        if (!Path.IsPathFullyQualified(entry.Text))
        {
            findings.Refuse("noAbsolutePath", $"{entry.Name} is no absolute path of a file. Write the value itself without {Suffix} at the end of the name.", entry);
            return null;
        }

        var text = SmallFile.TryRead(entry.Text, MaxBytes, out var fault)?.TrimEnd();
        if (text is null)
        {
            findings.Refuse("unreadableFile", $"{entry.Name}: the file {entry.Text} cannot be read: {fault}.", entry);
        }

        return text;
    }
}
