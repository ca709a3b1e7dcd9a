using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Backup;

/// <summary>A file in a backup.</summary>
/// <param name="Name">One of the few that <see cref="IsKnown"/> knows.</param>
/// <param name="Length">Bytes, unpacked.</param>
/// <param name="Sha256">Of those bytes, 64 hexadecimal digits in lower case.</param>
internal sealed record BackupEntry(string Name, long Length, string Sha256)
{
    public const string Manifest = "manifest.json";

    /// <summary>The state of the embedded host: its SQLite file.</summary>
    public const string Sqlite = "state.sqlite";

    /// <summary>The state of Azure Functions: a state file, as <c>admin export-state</c> writes it.</summary>
    public const string StateFile = "state.jsonl.gz";

    public const string Configuration = "config.yaml";

    /// <summary>What stored secrets are encrypted with.</summary>
    public const string SecretKey = "secret-key";

    private const string Artifacts = "artifacts/";

    public static bool IsState(string name) => name is Sqlite or StateFile;

    public static bool IsArtifact(string name) => name.StartsWith(Artifacts, StringComparison.Ordinal);

    public static string Artifact(string group, string name) => $"{Artifacts}{group}/{name}";

    /// <summary>Whether a backup can hold it: nothing else is ever unpacked, so no name leads out of a folder.</summary>
    public static bool IsKnown(string name) => IsState(name) || name is Configuration or SecretKey || (IsArtifact(name)
        && name[Artifacts.Length..].Split('/') is [var group, var file] && ArtifactRules.IsGroup(group) && ArtifactRules.IsName(file));
}
