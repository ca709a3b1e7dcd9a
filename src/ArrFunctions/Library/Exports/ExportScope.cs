namespace ArrFunctions.Library.Exports;

/// <summary>How much of a library an export asks for.</summary>
public enum ExportScope
{
    /// <summary>The files of all movies or series.</summary>
    Full,

    /// <summary>Those that changed.</summary>
    Changed,
}
