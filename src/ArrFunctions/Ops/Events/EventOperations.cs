using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Ops.Events;

internal static class EventOperations
{
    public static Operation List() => Filtered(new("listEvents", "What happened, newest first")).Paged().Answers(200, EventJson.Default.EventPage);

    public static Operation Stream() => Filtered(new("streamEvents", "What happens from now on, as server-sent events"))
        .Saying("A comment comes every 15 seconds. The stream ends after 200 seconds; a browser asks again by itself, with the id of the last event.")
        .Header("Last-Event-ID", "The id of the last event that was seen; the stream goes on behind it.")
        .Answers(200, "text/event-stream")
        .Fails(400, "lastEventId")
        .Fails(503, "tooManyStreams");

    private static Operation Filtered(Operation operation) => operation
        .Query("name", "The name, or with a dot at its end what names begin with.", ParameterKind.Text, "job.")
        .Query("severity", "This one and what is graver.", ParameterKind.OneOf("information", "warning", "error"), "information")
        .Query("subject", "What it happened to.", ParameterKind.Text)
        .Query("actor", "Who or what caused it.", ParameterKind.Text)
        .Query("correlation", "A correlation id.", ParameterKind.Text)
        .Query("from", "The first instant wanted.", ParameterKind.Time)
        .Query("to", "The first instant that is not.", ParameterKind.Time)
        .Fails(400, "filter");
}
