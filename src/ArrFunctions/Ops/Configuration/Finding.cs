namespace ArrFunctions.Ops.Configuration;

/// <summary>Something that is wrong with the configuration, or was probably meant otherwise.</summary>
/// <param name="Code">Stable word for programs, camelCase.</param>
/// <param name="Message">A sentence with the name, the place and what to do; never a secret.</param>
internal sealed record Finding(FindingSeverity Severity, string Code, string Message)
{
    /// <summary>The setting; null where it is about the file, or several.</summary>
    public string? Key { get; init; }

    /// <summary>The source of the value; null where there is none.</summary>
    public SettingSource? Source { get; init; }

    /// <summary>In the file, from 1.</summary>
    public long? Line { get; init; }

    /// <summary>In the line, from 1.</summary>
    public long? Column { get; init; }

    public bool IsError => Severity is FindingSeverity.Error;
}

internal enum FindingSeverity
{
    /// <summary>It works, and was probably meant otherwise.</summary>
    Warning,

    /// <summary>The configuration cannot be used.</summary>
    Error,
}
