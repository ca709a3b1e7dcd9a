namespace ArrFunctions.Jobs.Schedules;

/// <summary>Which schedule waits for which.</summary>
internal sealed class ScheduleOrder
{
    private readonly Dictionary<string, Schedule> schedules;
    private readonly HashSet<string> awaited;

    /// <exception cref="InvalidOperationException">Two have the same name, one depends on what is no schedule, or some wait for each other.</exception>
    public ScheduleOrder(IEnumerable<Schedule> schedules)
    {
        this.schedules = new(StringComparer.Ordinal);
        foreach (var schedule in schedules)
        {
            if (!this.schedules.TryAdd(schedule.Name, schedule))
            {
                throw new InvalidOperationException($"Two schedules are called {schedule.Name}.");
            }
        }

        awaited = [.. All.SelectMany(schedule => schedule.DependsOn)];
        foreach (var schedule in All)
        {
            Check(schedule, []);
        }
    }

    public IReadOnlyCollection<Schedule> All => schedules.Values;

    public Schedule? Find(string name) => schedules.GetValueOrDefault(name);

    /// <summary>Whether another one depends on it.</summary>
    public bool IsAwaited(Schedule schedule) => awaited.Contains(schedule.Name);

    private void Check(Schedule schedule, IReadOnlyList<string> way)
    {
        IReadOnlyList<string> longer = [.. way, schedule.Name];
        if (way.Contains(schedule.Name, StringComparer.Ordinal))
        {
            throw new InvalidOperationException($"These schedules wait for each other without an end: {string.Join(", which depends on ", longer)}.");
        }

        foreach (var name in schedule.DependsOn)
        {
            Check(Find(name) ?? throw new InvalidOperationException(
                $"The schedule {schedule.Name} depends on '{name}', which is none; there are {string.Join(", ", schedules.Keys)}."), longer);
        }
    }
}
