using System.Text.Json;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Tests.Shared;
using Microsoft.Azure.Functions.Worker;

namespace ArrFunctions.FunctionApp.Tests;

/// <summary>What the functions host reads: host.json and the settings of the app.</summary>
public sealed class SettingsTests
{
    /// <summary>Above what <c>Jobs:MaxAttempts</c> can be set to.</summary>
    private const int MostAttempts = 100;

    private static JsonElement Host => JsonElement.Parse(Repository.Read("host.json"));

    private static JsonElement Queues => Host.GetProperty("extensions").GetProperty("queues");

    private static IReadOnlyDictionary<string, string> Example =>
        JsonElement.Parse(Repository.Read("local.settings.example.json")).GetProperty("Values").Deserialize<Dictionary<string, string>>()!;

    [Fact]
    public void Every_setting_that_a_trigger_names_is_in_the_example_with_the_default_of_the_product()
    {
        var queues = new JobsOptions().Queues.Select(queue => KeyValuePair.Create($"Jobs:Queues:{queue.Key}", queue.Value));
        var schedules = ScheduleSettings.All.Select(schedule => KeyValuePair.Create(schedule.Key, schedule.Default!));
        var defaults = queues.Concat(schedules).ToDictionary();
        var named = AppFunction.With<QueueTriggerAttribute>().Select(function => function.Trigger.QueueName)
            .Concat(AppFunction.With<TimerTriggerAttribute>().Select(function => function.Trigger.Schedule));

        Assert.All(named, name =>
        {
            Assert.Matches("^%.+%$", name);
            var setting = name.Trim('%');
            Assert.Equal(defaults[setting], Example[setting.Replace(":", "__", StringComparison.Ordinal)]);
        });
    }

    [Fact]
    public void The_host_adds_nothing_before_a_route_and_leaves_the_root_to_the_product()
    {
        Assert.Equal("", Host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.Equal("true", Example["AzureWebJobsDisableHomepage"]);
    }

    [Fact]
    public void Poison_is_decided_by_the_count_of_the_product() => Assert.InRange(Queues.GetProperty("maxDequeueCount").GetInt32(), MostAttempts + 1, int.MaxValue);

    [Fact]
    public void The_host_hands_out_no_more_messages_at_once_than_a_lane_works_on() => Assert.All(
        new JobsOptions().Workers.Values,
        workers => Assert.Equal(workers, Queues.GetProperty("batchSize").GetInt32() + Queues.GetProperty("newBatchThreshold").GetInt32()));

    [Fact]
    public void The_host_reads_both_files_from_where_the_build_puts_them() => Assert.Equal(
        Repository.Read("host.json"), File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));

    [Fact]
    public void Every_value_of_both_files_has_its_reason_in_the_documentation()
    {
        var documentation = Repository.Read("docs/azure.md");

        Assert.All(Leaves(Host).Concat(Example.Keys), name => Assert.Contains($"`{name}`", documentation, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Leaves(JsonElement json) => json.EnumerateObject().SelectMany(
        member => member.Value.ValueKind is JsonValueKind.Object ? Leaves(member.Value) : [member.Name]);
}
