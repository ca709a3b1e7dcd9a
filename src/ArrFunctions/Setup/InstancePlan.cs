using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Setup;

/// <summary>What has to be stored so that an instance is as it is wanted.</summary>
internal abstract record InstancePlan
{
    private InstancePlan()
    {
    }

    /// <param name="Name">Of the instance.</param>
    /// <param name="Settings">Texts by key; null removes a value. Secrets too.</param>
    /// <param name="Told">What is told of it.</param>
    public sealed record Change(string Name, Dictionary<string, IReadOnlyList<string>?> Settings, ChangeNote Told) : InstancePlan
    {
        /// <summary>Without the texts.</summary>
        public override string ToString() => $"{Name}, {Settings.Count} settings";
    }

    /// <inheritdoc cref="InstanceOutcome.Refused"/>
    public sealed record Refused(string Code, string Sentence) : InstancePlan;
}
