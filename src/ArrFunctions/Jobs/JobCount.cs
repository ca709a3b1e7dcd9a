namespace ArrFunctions.Jobs;

/// <summary>How many jobs a request put into their lanes.</summary>
internal sealed record JobCount(int Queued);
