namespace ArrFunctions.Ops.Configuration;

/// <summary>What came of reading the configuration.</summary>
internal abstract record ConfigurationResult
{
    private ConfigurationResult()
    {
    }

    /// <summary>Sentences about what is ignored and was probably meant otherwise.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <param name="Settings">Every setting with its source; secrets are hidden.</param>
    public sealed record Valid(ArrFunctionsOptions Options, IReadOnlyList<ShownSetting> Settings) : ConfigurationResult;

    /// <param name="Errors">Sentences, each with key, source and what is allowed; never a secret.</param>
    public sealed record Invalid(IReadOnlyList<string> Errors) : ConfigurationResult;
}
