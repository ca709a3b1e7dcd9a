using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;

namespace ArrFunctions.Setup;

/// <summary>Whether a folder can be one of <c>Audio:Roots</c>.</summary>
/// <param name="Code"><c>right</c>, <c>missing</c>, <c>noAccess</c> or <c>notWritable</c>.</param>
/// <param name="Sentence">What was found, or what is wrong and what to do.</param>
internal sealed record RootReport(string Path, string Code, bool IsReadable, bool IsWritable, string Sentence)
{
    public static RootReport Of(string path) =>
        !Directory.Exists(path) ? new(path, MappingCode.Missing, IsReadable: false, IsWritable: false, $"{path} is no folder here. Mount it, or name another one")
        : RootChecks.Unreadable(path) is { } fault ? new(path, MappingCode.NoAccess, IsReadable: false, IsWritable: false, $"{path} {fault}. Let this user read it")
        : LinuxFile.WhyNotWritable(path) is { } refusal
            ? new(path, "notWritable", IsReadable: true, IsWritable: false, $"{path} is here, and no file can be changed in it: {refusal}. Let this user write there; a dry run works without")
            : new(path, MappingCode.Right, IsReadable: true, IsWritable: true, $"{path} is here, and its files can be changed");
}
