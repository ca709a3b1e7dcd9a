using ArrFunctions.Platform;

namespace ArrFunctions.Audio;

/// <summary>A file that may not or cannot be touched; the message is the sentence for the user, without the path.</summary>
internal sealed class MediaAccessException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>There is no such file, at least not now.</summary>
    public bool IsMissing { get; init; }

    public bool IsOutsideRoots { get; init; }

    public FailReason Reason => IsMissing ? FailReason.Missing : IsOutsideRoots ? FailReason.OutsideRoots : FailReason.NoAccess;

    /// <summary>It may perhaps be read, but not written to.</summary>
    public bool IsReadOnly => InnerException is LinuxFileException { IsReadOnly: true };
}
