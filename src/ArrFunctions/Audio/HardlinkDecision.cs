using ArrFunctions.Platform;

namespace ArrFunctions.Audio;

/// <summary>What a file's link count and the policy allow.</summary>
/// <param name="Links">Names that the file has.</param>
/// <param name="IsReliable">False where the file system's link counts cannot be believed; such a file counts as hardlinked.</param>
internal sealed record HardlinkDecision(HardlinkAction Action, uint Links, bool IsReliable)
{
    public string Explanation => IsReliable
        ? $"the file has {Links} names (hard links), and a change would reach them all, most likely a torrent that still seeds; see Audio:HardlinkPolicy"
        : "the file system does not tell reliably whether the file has other names (SMB, FUSE, mergerfs), so it counts as hardlinked; see Audio:HardlinkPolicy";

    /// <summary>Looks at the open file.</summary>
    public static HardlinkDecision For(MediaFile file, AudioOptions options)
    {
        var links = LinuxFile.Status(file.Handle).Links;
        var isReliable = FileSystems.HasReliableLinks(LinuxFile.FileSystemType(file.Handle));
        return new(ActionFor(links, isReliable, options), links, isReliable);
    }

    public static HardlinkAction ActionFor(uint links, bool isReliable, AudioOptions options) =>
        links == 1 && isReliable ? HardlinkAction.EditInPlace : options.HardlinkPolicy switch
        {
            HardlinkPolicy.Reflink => HardlinkAction.ReplaceByClone,
            HardlinkPolicy.Copy => HardlinkAction.ReplaceByCopy,
            HardlinkPolicy.Skip => HardlinkAction.Skip,
            HardlinkPolicy.Allow when options.AllowHardlinkEdits => HardlinkAction.EditInPlace,
            _ => HardlinkAction.Wait,
        };
}

/// <summary>How to go about a file that may have several names.</summary>
internal enum HardlinkAction
{
    EditInPlace,
    ReplaceByClone,
    ReplaceByCopy,
    Wait,
    Skip,
}
