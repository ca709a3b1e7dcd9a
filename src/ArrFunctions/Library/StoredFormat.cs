namespace ArrFunctions.Library;

/// <param name="Print">Of its specifications.</param>
internal sealed record StoredFormat(int Id, string Name, string Print);
