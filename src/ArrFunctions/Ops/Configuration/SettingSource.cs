namespace ArrFunctions.Ops.Configuration;

/// <summary>What wrote a value; later ones win.</summary>
internal enum SettingSource
{
    Default,

    /// <summary>Set at run time, and kept in the state.</summary>
    Stored,

    /// <summary><c>config.yaml</c>.</summary>
    File,

    Environment,

    CommandLine,
}
