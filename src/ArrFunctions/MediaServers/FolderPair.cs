using ArrFunctions.Servarr;

namespace ArrFunctions.MediaServers;

/// <summary>One folder under two names.</summary>
/// <param name="Local">As it is called here, absolute.</param>
/// <param name="Theirs">As the media server calls it: <c>/media/tv</c>, <c>D:\TV</c> or <c>\\nas\tv</c>.</param>
public sealed record FolderPair(string Local, string Theirs)
{
    /// <summary>Reads <c>local=theirs</c>; a folder may have the sign in its name, so it is the first one with a path on either side.</summary>
    internal static FolderPair? Read(string text) => Enumerable.Range(0, text.Length)
        .Where(place => text[place] == '=')
        .Select(place => new FolderPair(text[..place].Trim(), text[(place + 1)..].Trim()))
        .FirstOrDefault(pair => Path.IsPathFullyQualified(pair.Local) && RemotePath.Parse(pair.Theirs) is not null);

    /// <summary>The path as the media server calls it, by the pair with the deepest folder.</summary>
    internal static string Map(IEnumerable<FolderPair> pairs, string localPath)
    {
        var path = RemotePath.Parse(localPath)!;
        return pairs
            .Select(pair => (pair.Theirs, Local: RemotePath.Parse(pair.Local)!))
            .Where(pair => path.IsWithin(pair.Local))
            .OrderByDescending(pair => pair.Local.Components.Count)
            .Select(pair => Join(pair.Theirs, path.Components.Skip(pair.Local.Components.Count)))
            .FirstOrDefault(localPath);
    }

    public override string ToString() => $"{Local}={Theirs}";

    private static string Join(string folder, IEnumerable<string> names) => RemotePath.Parse(folder)!.Form is RemotePathForm.Posix
        ? string.Join('/', [folder.TrimEnd('/'), .. names]) is { Length: > 0 } path ? path : "/"
        : string.Join('\\', [folder.Replace('/', '\\').TrimEnd('\\'), .. names]);
}
