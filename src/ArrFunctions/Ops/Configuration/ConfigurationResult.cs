namespace ArrFunctions.Ops.Configuration;

/// <summary>What came of reading the configuration.</summary>
/// <param name="Findings">What is wrong, and what was probably meant otherwise.</param>
internal abstract record ConfigurationResult(IReadOnlyList<Finding> Findings)
{
    /// <summary>Sentences about what is ignored and was probably meant otherwise.</summary>
    public IReadOnlyList<string> Warnings => [.. Findings.Where(static finding => !finding.IsError).Select(static finding => finding.Message)];

    /// <param name="Settings">Every setting with its source; secrets are hidden.</param>
    public sealed record Valid(ArrFunctionsOptions Options, IReadOnlyList<ShownSetting> Settings, IReadOnlyList<Finding> Findings) : ConfigurationResult(Findings)
    {
        public required ConfigurationSources Sources { get; init; }

        /// <summary>The texts of all sources. Secrets too.</summary>
        public required SettingLayers Layers { get; init; }

        /// <summary>Without the texts.</summary>
        public override string ToString() => nameof(Valid);
    }

    public sealed record Invalid(IReadOnlyList<Finding> Findings) : ConfigurationResult(Findings)
    {
        /// <summary>Sentences, each with key, source and what is allowed; never a secret.</summary>
        public IReadOnlyList<string> Errors => [.. Findings.Where(static finding => finding.IsError).Select(static finding => finding.Message)];
    }
}
