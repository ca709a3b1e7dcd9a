namespace ArrFunctions.SelfHost.Service;

/// <summary>What the start of the service consists of, in its order.</summary>
internal static class StartSteps
{
    public const string State = "state opened";
    public const string Messages = "messages taken over";
    public const string Schedules = "schedules taken over";
    public const string Jobs = "jobs and batches taken over";
    public const string Changes = "changes of files looked at";
    public const string Listening = "listening";

    public static IReadOnlyList<string> All { get; } = [State, Messages, Schedules, Jobs, Listening, Changes];
}
