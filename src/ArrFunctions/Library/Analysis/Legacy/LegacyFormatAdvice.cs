namespace ArrFunctions.Library.Analysis.Legacy;

/// <summary>What the replaced system advised of a format.</summary>
internal enum LegacyFormatAdvice
{
    None,

    /// <summary>Remove it, or give it fewer points.</summary>
    Reduce,

    /// <summary>Few files with a high mean.</summary>
    Promote,

    /// <summary>Many files with a mean near 0.</summary>
    Review,
}
