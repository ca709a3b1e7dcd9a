using System.Runtime.InteropServices;

namespace ArrFunctions.Platform;

/// <summary>The kernel refused an operation on a file.</summary>
internal sealed class LinuxFileException(string what, string path, int error)
    : IOException($"{path}: {what}: {Explain(error)}", error)
{
    private const int NoSuchFile = 2;
    public const int NoSpaceLeft = 28;
    public const int AccessDenied = 13;
    public const int NotText = 84;

    /// <summary>What goes without saying.</summary>
    public const string Opening = "it cannot be opened";
    private const int NoDevice = 6;
    private const int NotPermitted = 1;
    private const int NotAFolder = 20;
    private const int NameTooLong = 36;
    private const int TextBusy = 26;
    private const int ReadOnlyFileSystem = 30;
    private const int TooManyLinks = 40;
    private const int QuotaExceeded = 122;

    /// <summary>The error number of the system call (errno).</summary>
    public int Error { get; } = error;

    public bool IsMissing => Error is NoSuchFile or NotAFolder;

    public bool IsReadOnly => Error is AccessDenied or NotPermitted or ReadOnlyFileSystem;

    /// <summary>What went wrong and what to do about it.</summary>
    public string Sentence { get; } = what == Opening ? Explain(error) : $"{what}: {Explain(error)}";

    /// <summary>The sentence for the user, without a path, of any failure.</summary>
    public static string SentenceOf(Exception failure) => failure is LinuxFileException linux ? linux.Sentence : failure.Message;

    /// <summary>What another program met.</summary>
    public static LinuxFileException NoSpace(string program) => new($"{program} could not write", "", NoSpaceLeft);

    public static bool IsNoSpace(int error) => error is NoSpaceLeft or QuotaExceeded;

    private static string Explain(int error) => error switch
    {
        NoSuchFile or NotAFolder => "there is no such file",
        AccessDenied => "permission denied; the user that runs ArrFunctions needs the right to read and write the file",
        NotPermitted => "it is not permitted; the file or its folder is immutable or append-only (see lsattr), or belongs to another user",
        NotText => "it is no UTF-8 text",
        ReadOnlyFileSystem => "it lies on a file system that is mounted read-only",
        TooManyLinks => "its symbolic links lead in a circle",
        NameTooLong => "its name is too long",
        TextBusy => "it is being executed",
        NoDevice => "no device answers there",
        NoSpaceLeft => "no space is left on the device",
        QuotaExceeded => "the disk quota is used up",
        _ => Marshal.GetPInvokeErrorMessage(error),
    };
}
