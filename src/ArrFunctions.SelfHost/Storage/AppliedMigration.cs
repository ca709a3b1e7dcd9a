namespace ArrFunctions.SelfHost.Storage;

/// <summary>A migration that was applied to the state file.</summary>
/// <param name="Version">That it led to.</param>
/// <param name="Applied">When.</param>
/// <param name="Program">Version of the program that did it.</param>
/// <param name="Took">How long its statements took, without their flush.</param>
/// <param name="Backup">Name of the backup that was made before; null: the file was new.</param>
internal sealed record AppliedMigration(long Version, DateTimeOffset Applied, string Program, TimeSpan Took, string? Backup);
