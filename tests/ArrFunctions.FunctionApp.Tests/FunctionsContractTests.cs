using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ArrFunctions.FunctionApp.Tests;

public sealed class FunctionsContractTests
{
    [Fact]
    public void The_contract_names_no_type_that_the_functions_and_their_tests_do_not_use()
    {
        var used = Used(typeof(HttpForwarder).Assembly).Union(Used(typeof(FunctionsContractTests).Assembly), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var contract = Assembly.Load("FunctionsContract").GetExportedTypes();
        var needed = contract.Where(type => used.Contains(type.FullName!)).SelectMany(Closure).ToHashSet();

        Assert.NotEmpty(used);
        Assert.Empty(contract.Where(type => !type.Namespace!.StartsWith("Azure", StringComparison.Ordinal)).Except(needed));
    }

    /// <summary>The types of the contract that an assembly refers to.</summary>
    private static HashSet<string> Used(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")];
    }

    /// <summary>A type, what it derives from, and what its members take and give.</summary>
    private static IEnumerable<Type> Closure(Type type)
    {
        var found = new HashSet<Type>();
        var open = new Stack<Type>([type]);
        while (open.TryPop(out var next))
        {
            if (next.Assembly != type.Assembly || !found.Add(next))
            {
                continue;
            }

            var members = next.GetMembers().SelectMany(member => member switch
            {
                MethodBase method => method.GetParameters().Select(parameter => parameter.ParameterType).Append((method as MethodInfo)?.ReturnType),
                PropertyInfo property => [property.PropertyType],
                _ => [],
            });
            foreach (var each in members.Append(next.BaseType).OfType<Type>().SelectMany(each => each.GetGenericArguments().Append(each)))
            {
                open.Push(each);
            }
        }

        return found;
    }
}
