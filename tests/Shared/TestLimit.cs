using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

[assembly: ArrFunctions.Tests.Shared.TestLimit]

namespace ArrFunctions.Tests.Shared;

/// <summary>Cancels a test that waits for what never comes, once <see cref="TestSettings.LimitMinutes"/> are over: it fails by its name, and the run goes on.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class TestLimitAttribute : BeforeAfterTestAttribute
{
    private readonly ConcurrentDictionary<string, ITimer> running = new(StringComparer.Ordinal);

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (TestSettings.LimitMinutes > 0)
        {
            var context = TestContext.Current;
            running[test.UniqueID] = TimeProvider.System.CreateTimer(_ => context.CancelCurrentTest(), null, TimeSpan.FromMinutes(TestSettings.LimitMinutes), Timeout.InfiniteTimeSpan);
        }
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (running.TryRemove(test.UniqueID, out var timer))
        {
            timer.Dispose();
        }
    }
}
