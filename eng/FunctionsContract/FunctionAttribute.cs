// This project declares the members of the Azure Functions isolated worker SDK that src/ArrFunctions.FunctionApp uses, under their own names and
// in their own namespaces, for feeds that do not have the packages: Microsoft.Azure.Functions.Worker 2.52.0 with its extensions Abstractions 1.3.0,
// Http 3.3.0, Http.AspNetCore 2.1.1, Timer 4.3.1, Storage.Queues 5.5.5 and DurableTask 1.15.0, and Microsoft.DurableTask 1.25.0.
// It is never shipped and no function runs on it; FullFeed=true compiles the same code against the packages.
// A member is added here when the FunctionApp begins to use it, as the package declares it. Types that tests derive from have all their abstract members.
namespace Microsoft.Azure.Functions.Worker;

[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
