using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ArrFunctions.FunctionApp.Tests.Storage;

/// <summary>What eng/FunctionsContract/Azure declares, seen from the two assemblies that use it.</summary>
public sealed class AzureContractTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_contract_declares_no_member_that_neither_the_storage_nor_its_tests_name()
    {
        var contract = Assembly.Load(typeof(HttpForwarder).Assembly.GetReferencedAssemblies().Single(name => name.Name == "FunctionsContract"));
        var named = Named(typeof(HttpForwarder).Assembly).Concat(Named(typeof(AzureContractTests).Assembly)).ToHashSet(StringComparer.Ordinal);

        var unused = from type in contract.GetExportedTypes()
                     where type.Namespace!.StartsWith("Azure", StringComparison.Ordinal) && !type.IsEnum
                     from member in type.GetMembers(Declared)
                     where !IsNamed(type, member, named)
                     select $"{type.Name}.{member.Name}";

        Assert.Empty(unused);
    }

    private static bool IsNamed(Type type, MemberInfo member, HashSet<string> named) => member switch
    {
        PropertyInfo property => named.Contains($"get_{property.Name}") || named.Contains($"set_{property.Name}"),
        ConstructorInfo => named.Contains(type.Name),
        MethodInfo method => method.IsSpecialName || method.GetBaseDefinition() != method || method.Name is "Equals" or "GetAsyncEnumerator" || named.Contains(method.Name),
        FieldInfo field => named.Contains(field.Name),
        _ => true,
    };

    /// <summary>The types and the members that an assembly takes from others, and what it overrides itself.</summary>
    private static IEnumerable<string> Named(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(handle => metadata.GetString(metadata.GetTypeReference(handle).Name)),
            .. metadata.MemberReferences.Select(handle => metadata.GetString(metadata.GetMemberReference(handle).Name)),
            .. metadata.MethodDefinitions.Select(handle => metadata.GetString(metadata.GetMethodDefinition(handle).Name)),
        ];
    }
}
