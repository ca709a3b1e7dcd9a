using System.Reflection;

namespace ArrFunctions.FunctionApp.Tests;

public sealed class FunctionsContractTests
{
    [Fact]
    public void The_contract_names_nothing_that_the_functions_do_not_use()
    {
        var used = typeof(HttpForwarder).Assembly.GetReferencedAssemblies().Single(name => name.Name == "FunctionsContract");

        var contract = Assembly.Load(used).GetExportedTypes().Where(type => type is { IsAbstract: false, IsEnum: false } && type.Namespace!.StartsWith("Microsoft", StringComparison.Ordinal));
        var triggers = AppFunction.All.SelectMany(function => function.Method.GetCustomAttributes()
            .Concat(function.Method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes())).Select(attribute => attribute.GetType())
            .Concat(function.Method.GetParameters().Select(parameter => parameter.ParameterType)));

        Assert.Empty(contract.Except(triggers));
    }
}
