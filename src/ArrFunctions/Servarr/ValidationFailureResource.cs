namespace ArrFunctions.Servarr;

/// <summary>Why something was refused (400). What was attempted is not read: it can be a secret.</summary>
internal sealed record ValidationFailureResource
{
    public bool IsWarning { get; set; }

    public string? PropertyName { get; set; }

    /// <summary>Can hold keys in clear; <see cref="Redaction"/> takes them out.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary><c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    public string? Severity { get; set; }

    public bool IsMild => IsWarning || Severity is "warning" or "info";

    public override string ToString() => $"{PropertyName}";
}
