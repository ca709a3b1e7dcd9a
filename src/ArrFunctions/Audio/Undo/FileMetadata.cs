using System.Runtime.InteropServices;
using System.Text;
using ArrFunctions.Platform;
using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.Audio.Undo;

/// <summary>Owner, mode, extended attributes and, among those, access control lists of a file.</summary>
internal static partial class FileMetadata
{
    /// <summary>Gives the target everything the source has; the modification time stays that of the change.</summary>
    /// <exception cref="IOException">Something cannot be kept, so the target must not take the source's place.</exception>
    public static void Copy(SafeFileHandle source, SafeFileHandle target)
    {
        var owner = LinuxFile.Owner(source);
        if (owner != LinuxFile.Owner(target) && Native.ChangeOwner(target, owner.User, owner.Group) != 0)
        {
            throw LinuxFile.Failure("the owner of the file cannot be kept", "its replacement");
        }

        FaultPoint.Here("owner kept");
        var names = Names(source);
        foreach (var inherited in Names(target).Except(names, StringComparer.Ordinal).Where(IsOfTheFile))
        {
            RemoveAttribute(target, inherited);
        }

        foreach (var name in names)
        {
            CopyAttribute(source, target, name);
        }

        if (Native.ChangeMode(target, (uint)File.GetUnixFileMode(source)) != 0)
        {
            throw LinuxFile.Failure("the mode of the file cannot be kept", "its replacement");
        }

        FaultPoint.Here("mode kept");
    }

    /// <summary>Labels of a security module are given by the system itself; where it does not let them be copied, its own stay.</summary>
    private static bool IsOfTheFile(string attribute) =>
        !attribute.StartsWith("security.", StringComparison.Ordinal) && !attribute.StartsWith("trusted.", StringComparison.Ordinal);

    private static string[] Names(SafeFileHandle source)
    {
        const int notSupported = 95;
        var length = Native.ListAttributes(source, [], 0);
        if (length < 0 && Marshal.GetLastPInvokeError() == notSupported)
        {
            return [];
        }

        var names = new byte[Math.Max(0, length)];
        if (length < 0 || (length = Native.ListAttributes(source, names, names.Length)) < 0)
        {
            throw LinuxFile.Failure("its extended attributes cannot be read", "the file");
        }

        return Encoding.UTF8.GetString(names, 0, (int)length).Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>What a new file got from its folder, such as an access control list.</summary>
    private static void RemoveAttribute(SafeFileHandle target, string name)
    {
        if (Native.RemoveAttribute(target, name) != 0)
        {
            throw LinuxFile.Failure($"the extended attribute {name} that its folder gives cannot be taken away", "its replacement");
        }

        FaultPoint.Here("attribute removed");
    }

    private static void CopyAttribute(SafeFileHandle source, SafeFileHandle target, string name)
    {
        var value = new byte[64 * 1024];
        var length = Native.GetAttribute(source, name, value, value.Length);
        var isCopied = length >= 0 && Native.SetAttribute(target, name, value, length, 0) == 0;
        if (!isCopied && IsOfTheFile(name))
        {
            throw LinuxFile.Failure($"its extended attribute {name} cannot be kept", "the file");
        }

        FaultPoint.Here("attribute kept");
    }

    private static partial class Native
    {
        [LibraryImport("libc", EntryPoint = "fchown", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int ChangeOwner(SafeFileHandle file, uint user, uint group);

        [LibraryImport("libc", EntryPoint = "fchmod", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int ChangeMode(SafeFileHandle file, uint mode);

        [LibraryImport("libc", EntryPoint = "fremovexattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int RemoveAttribute(SafeFileHandle file, string name);

        [LibraryImport("libc", EntryPoint = "flistxattr", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial nint ListAttributes(SafeFileHandle file, [Out] byte[] names, nint size);

        [LibraryImport("libc", EntryPoint = "fgetxattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial nint GetAttribute(SafeFileHandle file, string name, [Out] byte[] value, nint size);

        [LibraryImport("libc", EntryPoint = "fsetxattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int SetAttribute(SafeFileHandle file, string name, [In] byte[] value, nint size, int flags);
    }
}
