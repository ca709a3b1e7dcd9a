namespace ArrFunctions.Ops.Backup;

/// <summary>Something that goes into a backup changed while it was read: an export was removed, for instance. It is read again from the beginning.</summary>
internal sealed class BackupChangedException(string name) : Exception($"{name} changed while it was read.");
