namespace ArrFunctions.Library.Report.Tables;

/// <summary>What a column holds, and so how it is shown and sorted.</summary>
internal enum ReportValue
{
    Text,
    Number,
    Signed,
    Bytes,
    Share,
}
