namespace ArrFunctions.Audio.Containers;

/// <summary>A file whose headers cannot be read whole; nothing is ever written to such a file.</summary>
/// <remarks>The message completes the sentence "The file cannot be read: ...".</remarks>
internal sealed class UnreadableMediaException : Exception
{
    private UnreadableMediaException(string message, bool isDamaged)
        : base(message) => IsDamaged = isDamaged;

    /// <summary>True when the file contradicts its format; false when it is of a kind that is not read here.</summary>
    public bool IsDamaged { get; }

    public static UnreadableMediaException Damaged(string message) => new(message, isDamaged: true);

    public static UnreadableMediaException Unsupported(string message) => new(message, isDamaged: false);
}
