namespace ArrFunctions.Servarr;

/// <summary>An absolute path of the machine that an instance runs on, in its components: the drive, or server and share, come first.</summary>
internal sealed record RemotePath(RemotePathForm Form, IReadOnlyList<string> Components)
{
    private static readonly char[] EitherSlash = ['/', '\\'];

    /// <summary>Null when the path is not absolute in any form.</summary>
    public static RemotePath? Parse(string path)
    {
        if (path.Length >= 2 && EitherSlash.Contains(path[0]) && EitherSlash.Contains(path[1]))
        {
            return new(RemotePathForm.Unc, Split(path, EitherSlash));
        }

        if (path.StartsWith('/'))
        {
            return new(RemotePathForm.Posix, Split(path, '/'));
        }

        return path.Length >= 2 && char.IsAsciiLetter(path[0]) && path[1] is ':' && (path.Length == 2 || EitherSlash.Contains(path[2]))
            ? new(RemotePathForm.Windows, Split(path, EitherSlash))
            : null;
    }

    /// <summary>Whether it is this folder or lies inside it, by whole components.</summary>
    public bool IsWithin(RemotePath folder) =>
        Form == folder.Form
        && Components.Count >= folder.Components.Count
        && Components.Take(folder.Components.Count).SequenceEqual(
            folder.Components, Form is RemotePathForm.Posix ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);

    private static string[] Split(string path, params char[] separators) => path.Split(separators, StringSplitOptions.RemoveEmptyEntries);
}
