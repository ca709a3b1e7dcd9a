using System.Text.Json;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;
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

    private static IReadOnlyDictionary<string, string> Example => Section("Values").ToDictionary(StringComparer.Ordinal);

    [Fact]
    public void Every_setting_that_a_trigger_names_is_in_the_example_with_the_default_of_the_product()
    {
        var queues = new JobsOptions().Queues.Select(queue => KeyValuePair.Create($"Jobs:Queues:{queue.Key}", queue.Value));
        var schedules = ScheduleSettings.All.Select(schedule => KeyValuePair.Create(schedule.Key, schedule.Default!));
        var defaults = queues.Append(KeyValuePair.Create("Batches:Queue", new BatchesOptions().Queue)).Concat(schedules).ToDictionary();
        var named = AppFunction.With<QueueTriggerAttribute>().Select(function => function.Trigger.QueueName)
            .Concat(AppFunction.With<TimerTriggerAttribute>().Where(timer => timer.Function.Name != "DurableHistory_Timer").Select(function => function.Trigger.Schedule));

        Assert.All(named, name =>
        {
            Assert.Matches("^%.+%$", name);
            var setting = name.Trim('%');
            Assert.Equal(defaults[setting], Example[setting.Replace(":", "__", StringComparison.Ordinal)]);
        });
    }

    [Fact]
    public void Every_setting_of_the_product_is_in_the_example_once_with_its_default()
    {
        var settings = SettingCatalogue.All
            .SelectMany(setting => SettingKey.WithLanes(setting.Key).Select(key => KeyValuePair.Create(key, setting.Default?.Replace("{lane}", key.Split(':')[^1].ToLowerInvariant(), StringComparison.Ordinal))))
            .Select(setting => KeyValuePair.Create(setting.Key.Replace("{N}", "0", StringComparison.Ordinal).Replace(":", "__", StringComparison.Ordinal), setting.Value ?? ""));

        var example = Section("Values").Concat(Section("Optional")).ToDictionary(StringComparer.Ordinal);

        Assert.All(settings, setting => Assert.Equal(setting.Value, example[setting.Key]));
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
    public void As_many_steps_of_batches_run_at_once_as_pages_are_in_work() =>
        Assert.Equal(BatchPhases.MostPagesAtOnce, Host.GetProperty("extensions").GetProperty("durableTask").GetProperty("maxConcurrentActivityFunctions").GetInt32());

    /// <summary>The names of its queues and tables begin with it.</summary>
    [Fact]
    public void The_name_of_the_task_hub_is_one_that_Durable_takes() =>
        Assert.Matches("^[A-Za-z][A-Za-z0-9]{2,44}$", Host.GetProperty("extensions").GetProperty("durableTask").GetProperty("hubName").GetString());

    [Fact]
    public void The_host_reads_both_files_from_where_the_build_puts_them() => Assert.Equal(
        Repository.Read("host.json"), File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));

    [Fact]
    public void Every_value_of_both_files_has_its_reason_in_the_documentation()
    {
        var documentation = Repository.Read("docs/azure.md");

        Assert.All(Leaves(Host).Concat(Example.Keys).Append("FunctionsData__Folder"), name => Assert.Contains($"`{name}`", documentation, StringComparison.Ordinal));
    }

    /// <summary>With a name that comes twice twice.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Section(string name) =>
        JsonElement.Parse(Repository.Read("local.settings.example.json")).GetProperty(name).EnumerateObject().Select(each => KeyValuePair.Create(each.Name, each.Value.GetString()!));

    private static IEnumerable<string> Leaves(JsonElement json) => json.EnumerateObject().SelectMany(
        member => member.Value.ValueKind is JsonValueKind.Object ? Leaves(member.Value) : [member.Name]);
}
