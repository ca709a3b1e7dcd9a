using System.Runtime.CompilerServices;
using ArrFunctions.Tests;
using Xunit.Sdk;
using Xunit.v3;

namespace ArrFunctions.SelfHost.Tests.EndToEnd;

/// <summary>A test of every host. For <see cref="NamedHostTests"/> it is there only where the environment names a host.</summary>
[XunitTestCaseDiscoverer(typeof(Discoverer))]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HostFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : FactAttribute(file, line)
{
    /// <summary>Made by the test framework.</summary>
    public sealed class Discoverer : FactDiscoverer
    {
        public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
            ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
            testMethod.TestClass.Class == typeof(NamedHostTests) && TestSettings.HostUrl is null
                ? new([])
                : base.Discover(discoveryOptions, testMethod, factAttribute);
    }
}
