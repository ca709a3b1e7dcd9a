namespace ArrFunctions.Servarr;

/// <summary>Where a folder of an instance lies here (<c>Servarr:PathMappings:N</c>).</summary>
/// <param name="From">The folder as the instance names it: POSIX (<c>/tv</c>), Windows (<c>D:\TV</c>) or UNC (<c>\\nas\tv</c>).</param>
/// <param name="To">The same folder here, absolute.</param>
/// <param name="Instance">The instance it holds for; null for all.</param>
public sealed record PathMapping(string From, string To, string? Instance);
