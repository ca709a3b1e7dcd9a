namespace ArrFunctions.Demo.Servarr;

/// <summary>A request to a fake application.</summary>
/// <param name="Path">Without the url base and the query.</param>
public sealed record ServarrRequest(string Method, string Path);
