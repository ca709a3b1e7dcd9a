using System.Reflection;
using ArrFunctions.Jobs;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.FunctionApp.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void The_two_hosts_do_not_know_each_other() => Assert.DoesNotContain(
        References(typeof(HttpForwarder).Assembly), name => name.StartsWith("ArrFunctions.SelfHost", StringComparison.Ordinal));

    [Theory]
    [InlineData("Spectre")]
    [InlineData("System.CommandLine")]
    [InlineData("Sqlite")]
    [InlineData("SQLitePCL")]
    [InlineData("Azure")]
    [InlineData("DurableTask")]
    public void The_product_knows_no_host_and_no_storage(string technology)
    {
        Assert.DoesNotContain(References(typeof(Lane).Assembly), name => name.Contains(technology, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(technology, Repository.Read("src/ArrFunctions/packages.lock.json"), StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);
}
