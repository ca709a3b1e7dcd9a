using Microsoft.DurableTask;

namespace ArrFunctions.FunctionApp.Tests.Durable;

/// <summary>An orchestration as the hub keeps it between two runs: what it began with, and its history.</summary>
internal sealed class HubInstance(string id, Func<TaskOrchestrationContext, string, Task> code, string input, DateTime began)
{
    public string Id => id;

    public Func<TaskOrchestrationContext, string, Task> Code => code;

    public string Input { get; private set; } = input;

    /// <summary>When the history began.</summary>
    public DateTime Began { get; private set; } = began;

    /// <summary>How often the history began anew.</summary>
    public int Generation { get; private set; }

    public List<HubEvent> History { get; } = [];

    public List<HubAction> Asked { get; set; } = [];

    public HashSet<int> CancelledTimers { get; set; } = [];

    public int LongestHistory { get; private set; }

    public object? CustomStatus { get; set; }

    public TaskFailureDetails? Failure { get; set; }

    public bool HasEnded { get; set; }

    public Action<HubInstance>? Ended { get; init; }

    public void Add(HubEvent happened)
    {
        History.Add(happened);
        LongestHistory = Math.Max(LongestHistory, History.Count);
    }

    public void BeginAnew(string newInput, IEnumerable<HubEvent> unprocessed, DateTime now)
    {
        Input = newInput;
        Began = now;
        Generation++;
        History.Clear();
        History.AddRange(unprocessed);
        Asked = [];
        CancelledTimers = [];
    }
}
