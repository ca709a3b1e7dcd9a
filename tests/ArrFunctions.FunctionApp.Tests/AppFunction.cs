using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.FunctionApp.Tests;

/// <summary>A function as the worker finds it: by its attributes.</summary>
internal sealed record AppFunction(string Name, MethodInfo Method, TriggerBindingAttribute Trigger)
{
    public static IReadOnlyList<AppFunction> All { get; } =
    [
        .. from type in typeof(HttpForwarder).Assembly.GetTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           select new AppFunction(function.Name, method, method.GetParameters().Select(each => each.GetCustomAttribute<TriggerBindingAttribute>()).Single(each => each is not null)!),
    ];

    /// <summary>The functions with one kind of trigger; there are some.</summary>
    public static IReadOnlyList<(AppFunction Function, TTrigger Trigger)> With<TTrigger>()
        where TTrigger : TriggerBindingAttribute
    {
        (AppFunction, TTrigger)[] found = [.. All.Where(function => function.Trigger is TTrigger).Select(function => (function, (TTrigger)function.Trigger))];
        Assert.NotEmpty(found);
        return found;
    }

    /// <summary>Runs it on a new object, as the worker does; each parameter gets the argument of its type.</summary>
    public Task InvokeAsync(IServiceProvider services, params object[] arguments) => (Task)Method.Invoke(
        ActivatorUtilities.CreateInstance(services, Method.DeclaringType!),
        BindingFlags.DoNotWrapExceptions,
        binder: null,
        [.. Method.GetParameters().Select(parameter => arguments.Single(parameter.ParameterType.IsInstanceOfType))],
        culture: null)!;

    /// <summary>There is an activity that takes and gives what an orchestrator says.</summary>
    public static void AssertActivity(string name, Type? input, Type result)
    {
        var method = All.Single(function => function.Name == name && function.Trigger is ActivityTriggerAttribute).Method;
        Assert.Equal(method.GetParameters()[0].ParameterType, input);
        Assert.Equal(method.ReturnType, result == typeof(object) ? typeof(Task) : typeof(Task<>).MakeGenericType(result));
    }
}
