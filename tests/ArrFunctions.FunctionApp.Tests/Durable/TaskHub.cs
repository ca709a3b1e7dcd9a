using System.Reflection;
using Microsoft.DurableTask;

namespace ArrFunctions.FunctionApp.Tests.Durable;

/// <summary>Runs orchestrations as Durable does: for each thing that happens, the code runs again from its start over the history, and has to ask for the same.</summary>
/// <param name="seed">In which order happens what may happen now; time goes on only when nothing may.</param>
internal sealed class TaskHub(int seed = 0)
{
    private readonly Random chance = new(seed);
    private readonly List<Action> ready = [];
    private readonly PriorityQueue<(Func<bool> IsWanted, Action Fire), DateTime> timers = new();
    private readonly Dictionary<string, HubInstance> instances = new(StringComparer.Ordinal);

    public DateTime Now { get; private set; } = new(2026, 11, 21, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>What the activities do.</summary>
    public Dictionary<string, Func<string, object?>> Activities { get; } = new(StringComparer.Ordinal);

    /// <summary>The activities that were called, each with its input.</summary>
    public List<(string Name, string Json)> Called { get; } = [];

    public HubInstance this[string id] => instances[id];

    public IEnumerable<HubInstance> Instances => instances.Values;

    public int Calls(string activity) => Called.Count(call => call.Name == activity);

    /// <summary>Begins an orchestration of the app.</summary>
    public HubInstance Start(string name, string id, object input) => Start(id, Code(name), ReplayContext.Write(input), ended: null);

    /// <summary>Begins one that a test has made.</summary>
    public HubInstance Start(string id, Func<TaskOrchestrationContext, string, Task> code, string input, Action<HubInstance>? ended)
    {
        Assert.True(!instances.TryGetValue(id, out var before) || before.HasEnded, $"{id} runs already.");
        var instance = instances[id] = new(id, code, input, Now) { Ended = ended };
        Soon(() => Run(instance));
        return instance;
    }

    /// <summary>An event to an orchestration; one that is gone gets none.</summary>
    public void Raise(string id, string name) => Soon(() =>
    {
        if (instances.TryGetValue(id, out var instance) && !instance.HasEnded)
        {
            Happen(instance, new HubEvent.Raised(Now, name, "true"));
        }
    });

    public void Soon(Action action) => ready.Add(action);

    /// <summary>Until nothing more happens.</summary>
    public void Run() => InlineContext.Run(() =>
    {
        while (ready.Count > 0 || timers.Count > 0)
        {
            if (ready.Count == 0)
            {
                Assert.True(timers.TryDequeue(out var timer, out var due));
                if (timer.IsWanted())
                {
                    Now = due;
                    timer.Fire();
                }

                continue;
            }

            var next = chance.Next(ready.Count);
            var action = ready[next];
            ready.RemoveAt(next);
            action();
        }
    });

    private static Func<TaskOrchestrationContext, string, Task> Code(string name)
    {
        var function = AppFunction.All.Single(each => each.Name == name);
        var type = function.Method.GetParameters()[1].ParameterType;
        return (context, input) => (Task)function.Method.Invoke(
            null, BindingFlags.DoNotWrapExceptions, binder: null, [context, ReplayContext.Read(input, type)], culture: null)!;
    }

    private void Happen(HubInstance instance, HubEvent happened)
    {
        instance.Add(happened);
        Run(instance);
    }

    private void Run(HubInstance instance)
    {
        if (instance.HasEnded)
        {
            return;
        }

        var context = new ReplayContext(instance);
        var work = context.Run();
        Assert.Equal(instance.Asked, context.Asked.Take(instance.Asked.Count));
        var before = instance.Asked.Count;
        instance.Asked = context.Asked;
        instance.CancelledTimers = context.CancelledTimers;
        instance.CustomStatus = context.CustomStatus ?? instance.CustomStatus;
        foreach (var (number, action) in context.Asked.Index().Skip(before))
        {
            Carry(instance, instance.Generation, number, action);
        }

        if (work.IsCompletedSuccessfully && context.NextInput is { } input)
        {
            instance.BeginAnew(input, context.Unprocessed, Now);
            Soon(() => Run(instance));
        }
        else if (work.IsCompleted)
        {
            instance.Failure = work.IsFaulted ? TaskFailureDetails.FromException(work.Exception!.InnerException!) : null;
            instance.HasEnded = true;
            instance.Ended?.Invoke(instance);
        }
    }

    private void Carry(HubInstance instance, int generation, int number, HubAction asked)
    {
        bool IsOpen() => !instance.HasEnded && instance.Generation == generation;

        void Answer(Func<HubEvent> happened) => Soon(() =>
        {
            if (IsOpen())
            {
                Happen(instance, happened());
            }
        });

        switch (asked)
        {
            case HubAction.Activity activity:
                Soon(() =>
                {
                    var happened = Call(activity, number);
                    Answer(() => happened with { At = Now });
                });
                break;
            case HubAction.SubOrchestration sub:
                Soon(() =>
                {
                    Replace(sub.InstanceId);
                    Start(sub.InstanceId, Code(sub.Name), sub.Json, ended => Answer(() => ended.Failure is { } failure
                        ? new HubEvent.Failed(Now, number, failure)
                        : new HubEvent.Completed(Now, number, "null")));
                });
                break;
            case HubAction.Timer timer:
                timers.Enqueue(
                    (() => IsOpen() && !instance.CancelledTimers.Contains(number), () => Happen(instance, new HubEvent.Completed(Now, number, "null"))),
                    timer.Due);
                break;
            case HubAction.Send send:
                Raise(send.InstanceId, send.Name);
                break;
        }
    }

    /// <summary>A sub-orchestration that runs loses its history to a new one with its id, and whoever waited for it hears nothing: see 0014.</summary>
    private void Replace(string id)
    {
        if (instances.TryGetValue(id, out var before))
        {
            before.HasEnded = true;
        }
    }

    private HubEvent Call(HubAction.Activity activity, int number)
    {
        Called.Add((activity.Name, activity.Json));
        try
        {
            return new HubEvent.Completed(Now, number, ReplayContext.Write(Activities[activity.Name](activity.Json)));
        }
        catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
        {
            return new HubEvent.Failed(Now, number, TaskFailureDetails.FromException(failure));
        }
    }
}
