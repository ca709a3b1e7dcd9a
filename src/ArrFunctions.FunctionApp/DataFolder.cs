using Microsoft.Extensions.Configuration;

namespace ArrFunctions.FunctionApp;

/// <summary>The folder for what is no state: the leases of files, and the first admin key.</summary>
internal static class DataFolder
{
    /// <summary>Named by the setting <c>FunctionsData:Folder</c>; else in the home folder, which the instances of an app on Azure share.</summary>
    public static string Prepare(IConfiguration configuration)
    {
        var folder = configuration["FunctionsData:Folder"] is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), "arrfunctions");
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }
}
