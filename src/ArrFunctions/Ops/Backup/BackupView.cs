namespace ArrFunctions.Ops.Backup;

/// <summary>A backup, as routes and commands show it.</summary>
/// <param name="Name">Of its file: <c>arrfunctions-20260131T033000Z.zip</c>.</param>
/// <param name="Time">The instant whose state it holds.</param>
/// <param name="Reason">Why it was made.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Version">Of the program that wrote it.</param>
/// <param name="Format">Version of the state in it.</param>
/// <param name="Rows">Rows of the state.</param>
/// <param name="Artifacts">Files of exports.</param>
/// <param name="Trouble">Why it cannot be restored, as far as its beginning tells; null: nothing is known against it.</param>
internal sealed record BackupView(string Name, DateTimeOffset Time, BackupReason Reason, long Bytes, string Version, long Format, long Rows, int Artifacts, string? Trouble);
