namespace ArrFunctions.Demo.Servarr;

/// <summary>Something that a fake application was asked to do over its API.</summary>
/// <param name="Name">RescanMovie or RescanSeries.</param>
public sealed record FakeCommand(int Id, string Name, int SubjectId);
