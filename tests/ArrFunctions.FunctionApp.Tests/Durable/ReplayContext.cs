using System.Text.Json;
using ArrFunctions.FunctionApp.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.FunctionApp.Tests.Durable;

/// <summary>The context of one run of an orchestrator, over a history that is there already.</summary>
internal sealed class ReplayContext(HubInstance instance) : TaskOrchestrationContext
{
    /// <summary>As the worker of Functions has it.</summary>
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    private readonly Dictionary<int, Action<HubEvent>> pending = [];
    private readonly Dictionary<string, Stack<TaskCompletionSource<string>>> waiting = new(StringComparer.OrdinalIgnoreCase);
    private DateTime now = instance.Began;
    private int delivered;

    public List<HubAction> Asked { get; } = [];

    public HashSet<int> CancelledTimers { get; } = [];

    /// <summary>Events that nobody waited for.</summary>
    public List<HubEvent.Raised> Unprocessed { get; } = [];

    public string? NextInput { get; private set; }

    public object? CustomStatus { get; private set; }

    public override TaskName Name => "test";

    public override string InstanceId => instance.Id;

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => now;

    public override bool IsReplaying => delivered < instance.History.Count;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public static string Write(object? value) => JsonSerializer.Serialize(value, Json);

    public static object? Read(string json, Type type) => JsonSerializer.Deserialize(json, type, Json);

    /// <summary>Runs the orchestrator from its start over the whole history.</summary>
    public Task Run()
    {
        var work = instance.Code(this, instance.Input);
        foreach (var happened in instance.History)
        {
            delivered++;
            now = happened.At > now ? happened.At : now;
            Deliver(happened, work);
        }

        return work;
    }

    public override T? GetInput<T>()
        where T : default => (T?)Read(instance.Input, typeof(T));

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        AppFunction.AssertActivity(name, input?.GetType(), typeof(TResult));
        var policy = options?.Retry?.Policy;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AskAsync<TResult>(new HubAction.Activity(name, Write(input)));
            }
            catch (TaskFailedException failure) when (attempt < policy?.MaxNumberOfAttempts && Retries.IsTransient(failure.FailureDetails))
            {
                // Below, as a timer cannot be awaited in a filter.
            }

            var pause = policy.FirstRetryInterval * Math.Pow(policy.BackoffCoefficient, attempt - 1);
            await CreateTimer(now + (pause < policy.MaxRetryInterval ? pause : policy.MaxRetryInterval), CancellationToken.None);
        }
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        AskAsync<TResult>(new HubAction.SubOrchestration(orchestratorName, ((SubOrchestrationOptions)options!).InstanceId!, Write(input)));

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var (action, over) = (Asked.Count, new TaskCompletionSource());
        Asked.Add(new HubAction.Timer(fireAt));
        pending.Add(action, _ => over.TrySetResult());
        cancellationToken.Register(() => CancelledTimers.Add(over.TrySetCanceled(cancellationToken) ? action : -1));
        var timer = over.Task;
        return timer;
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        if (Unprocessed.Find(each => each.Name.Equals(eventName, StringComparison.OrdinalIgnoreCase)) is { } early)
        {
            Unprocessed.Remove(early);
            return (T)Read(early.Json, typeof(T))!;
        }

        // The newest wait gets the event.
        var raised = new TaskCompletionSource<string>();
        waiting.TryAdd(eventName, new());
        waiting[eventName].Push(raised);
        return (T)Read(await raised.Task, typeof(T))!;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => Asked.Add(new HubAction.Send(instanceId, eventName, Write(payload)));

    public override void SetCustomStatus(object? customStatus) => CustomStatus = customStatus;

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) => NextInput = Write(newInput);

    public override Guid NewGuid() => throw new NotSupportedException("No orchestrator here asks for one.");

    public override ILogger CreateReplaySafeLogger(string categoryName) => NullLogger.Instance;

    private async Task<T> AskAsync<T>(HubAction action)
    {
        var answer = new TaskCompletionSource<string>();
        var number = Asked.Count;
        Asked.Add(action);
        pending.Add(number, happened =>
        {
            _ = happened is HubEvent.Failed failed
                ? answer.TrySetException(new TaskFailedException(action.ToString(), number, failed.Failure))
                : answer.TrySetResult(((HubEvent.Completed)happened).Json);
        });
        return (T)Read(await answer.Task, typeof(T))!;
    }

    private void Deliver(HubEvent happened, Task work)
    {
        switch (happened)
        {
            case HubEvent.Raised raised when !work.IsCompleted && waiting.TryGetValue(raised.Name, out var stack) && stack.TryPop(out var wait):
                wait.SetResult(raised.Json);
                break;
            case HubEvent.Raised raised:
                Unprocessed.Add(raised);
                break;
            case HubEvent.Completed { Action: var action }:
                pending[action](happened);
                break;
            case HubEvent.Failed { Action: var action }:
                pending[action](happened);
                break;
        }
    }
}
