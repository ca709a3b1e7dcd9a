using ArrFunctions.SelfHost.Tests.Storage;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace ArrFunctions.SelfHost.Tests;

/// <summary>The test runner; with <c>child</c> as its first argument, the process that a test starts beside itself, to kill it.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        ["child", .. var rest] => Child.RunAsync(rest),
        _ when args.Contains("--server", StringComparer.Ordinal) || args.Contains("--internal-msbuild-node", StringComparer.Ordinal) =>
            TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
