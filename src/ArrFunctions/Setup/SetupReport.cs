namespace ArrFunctions.Setup;

/// <summary>Where the first run stands.</summary>
/// <param name="IsComplete">A person has nothing left to do: an instance, its media folders, its webhook, and no dry run. That an instance does not answer now does not undo it.</param>
/// <param name="DryRun"><c>Audio:DryRun</c>: nothing is written.</param>
internal sealed record SetupReport(bool IsComplete, IReadOnlyList<SetupStep> Steps, bool DryRun);

/// <param name="Name"><c>instance</c>, <c>connection</c>, <c>roots</c>, <c>mappings</c>, <c>webhook</c>, <c>dryRun</c>, <c>live</c>, in this order.</param>
/// <param name="Status"><c>done</c>, <c>open</c>, or <c>blocked</c> where a step before it is needed first.</param>
/// <param name="Detail">What is known, and what to do; for people.</param>
/// <param name="Instances">The same for each instance that the step is about.</param>
internal sealed record SetupStep(string Name, string Status, string Detail, IReadOnlyList<InstanceStep> Instances)
{
    public const string Done = "done";
    public const string Open = "open";
    public const string Blocked = "blocked";

    public static SetupStep Of(string name, bool isDone, string detail) => new(name, isDone ? Done : Open, detail, []);

    public static SetupStep Waiting(string name, string detail) => new(name, Blocked, detail, []);

    /// <summary>Done when all of them are.</summary>
    public static SetupStep Of(string name, IReadOnlyList<InstanceStep> instances, string whenDone) =>
        instances.FirstOrDefault(static each => each.Status != Done) is { } first
            ? new(name, Open, first.Detail, instances)
            : new(name, Done, whenDone, instances);
}

/// <inheritdoc cref="SetupStep"/>
internal sealed record InstanceStep(string Instance, string Status, string Detail)
{
    public static InstanceStep Of(string instance, bool isDone, string detail) => new(instance, isDone ? SetupStep.Done : SetupStep.Open, detail);
}
