namespace ArrFunctions.Audio;

/// <summary>What to do with a file that has other names, most often one in the folder of a torrent that still seeds (<c>Audio:HardlinkPolicy</c>).</summary>
/// <remarks>A change in place changes the content under every name, and a torrent's data with it.</remarks>
public enum HardlinkPolicy
{
    /// <summary>Leave it, and look again later.</summary>
    Defer,

    /// <summary>Replace this name by a file that shares the unchanged blocks (btrfs, XFS, ZFS); where that is impossible, the same as Defer.</summary>
    Reflink,

    /// <summary>Replace this name by a full copy.</summary>
    Copy,

    /// <summary>Leave it for good.</summary>
    Skip,

    /// <summary>Edit it all the same; needs <c>Audio:AllowHardlinkEdits=true</c> as well.</summary>
    Allow,
}
