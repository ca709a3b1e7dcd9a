using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Configuration;

/// <summary>What a change of several settings is as a whole.</summary>
/// <param name="Name">Of the event: <c>instance.added</c>.</param>
/// <param name="Subject">What changed.</param>
/// <param name="Message">A sentence for people; never a secret.</param>
internal sealed record ChangeNote(string Name, string Subject, string Message)
{
    public EventRecord ToEvent(string actor, DateTimeOffset now) => new()
    {
        Id = EventRecord.NewId(now), Time = now, Name = Name, Subject = Subject, Actor = actor, Message = Message,
    };
}
