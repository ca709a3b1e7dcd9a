namespace ArrFunctions.SelfHost.Commands.Imports;

/// <summary>A table of another program.</summary>
/// <param name="Columns">Those with a <c>!</c> at their end have to be there.</param>
internal sealed record TheirTable(string Name, IReadOnlyList<string> Columns);
