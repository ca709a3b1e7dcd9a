namespace ArrFunctions.Dashboard;

/// <summary>A file of the dashboard.</summary>
/// <param name="MediaType">With its charset, where it is text.</param>
/// <param name="Tag">Changes with the content; quoted, and weak, as the same content may go out compressed.</param>
internal sealed record DashboardFile(ReadOnlyMemory<byte> Content, string MediaType, string Tag);
