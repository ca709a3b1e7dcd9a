namespace ArrFunctions.Benchmarks.Measuring;

/// <summary>One measured quantity of one subject: a cell of the result's table.</summary>
/// <param name="AtLeast">What the median shall reach; null where nothing is promised.</param>
/// <param name="Below">What the median shall stay under; null where nothing is promised.</param>
internal sealed record Figure(string Subject, string Quantity, FigureUnit Unit, Summary Value, double? AtLeast = null, double? Below = null);

/// <summary>How a figure is to be read.</summary>
internal enum FigureUnit
{
    Microseconds,
    Milliseconds,
    Bytes,
    Mebibytes,
    Calls,
    FilesPerSecond,
    RequestsPerSecond,
    Files,
    Rows,
    Percent,

    /// <summary>How many times as fast as the program it is compared with, in the same round.</summary>
    Ratio,
}
