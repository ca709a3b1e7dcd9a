using System.Reflection;
using ArrFunctions.Jobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ArrFunctions.FunctionApp.Tests;

/// <summary>What the attributes say, by which the worker and the host know the functions.</summary>
public sealed class FunctionTests
{
    [Fact]
    public void Every_function_is_named_by_its_use_case_and_its_trigger_or_step_and_no_name_comes_twice()
    {
        Assert.All(AppFunction.All, function => Assert.Matches($"^[A-Z][A-Za-z]+{Suffix(function)}$", function.Name));
        Assert.Distinct(AppFunction.All.Select(function => function.Name), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_doorway_lets_every_caller_in_because_the_product_checks_the_key() => Assert.All(
        AppFunction.With<HttpTriggerAttribute>(), doorway => Assert.Equal(AuthorizationLevel.Anonymous, doorway.Trigger.AuthLevel));

    [Fact]
    public void Every_doorway_but_the_root_takes_all_that_begins_with_its_words() => Assert.All(
        AppFunction.With<HttpTriggerAttribute>().Where(doorway => doorway.Function.Name != "Root_Http"),
        doorway => Assert.Matches(@"^(api/)?[a-z0-9-]+/\{\*rest\}$", doorway.Trigger.Route));

    [Fact]
    public void Every_lane_has_a_function_on_the_queue_that_its_setting_names() => Assert.Equal(
        Enum.GetValues<Lane>().Select(lane => ($"{lane}Lane_Queue", $"%Jobs:Queues:{lane}%")),
        AppFunction.With<QueueTriggerAttribute>().Where(function => function.Function.Method.DeclaringType == typeof(LaneTriggers))
            .Select(function => (function.Function.Name, function.Trigger.QueueName)));

    [Fact]
    public void Every_function_can_be_called_by_the_worker() => Assert.All(AppFunction.All, function =>
    {
        Assert.True(function.Method.IsPublic);
        Assert.True(function.Trigger is ActivityTriggerAttribute ? function.Method.ReturnType.IsAssignableTo(typeof(Task)) : function.Method.ReturnType == typeof(Task));
        Assert.Equal(function.Method.IsStatic ? 0 : 1, function.Method.DeclaringType!.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Length);
    });

    [Fact]
    public void An_orchestrator_has_its_context_and_its_input_and_nothing_else() => Assert.All(
        AppFunction.With<OrchestrationTriggerAttribute>(), orchestrator =>
        {
            var (method, type) = (orchestrator.Function.Method, orchestrator.Function.Method.DeclaringType!);
            Assert.True(method.IsStatic);
            Assert.Equal(2, method.GetParameters().Length);
            Assert.Equal(typeof(TaskOrchestrationContext), method.GetParameters()[0].ParameterType);
            Assert.All(type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic), field => Assert.True(field.IsLiteral || field.IsInitOnly));
        });

    private static string Suffix(AppFunction function) => function.Trigger switch
    {
        HttpTriggerAttribute => "_Http",
        QueueTriggerAttribute => "_Queue",
        TimerTriggerAttribute => "_Timer",
        ActivityTriggerAttribute => $"_{function.Method.Name}",
        OrchestrationTriggerAttribute => "",
        var other => throw new InvalidOperationException($"{function.Name} has a trigger that no test knows: {other.GetType().Name}."),
    };
}
