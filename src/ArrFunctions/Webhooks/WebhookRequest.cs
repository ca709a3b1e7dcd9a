using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

/// <summary>An event as it arrived.</summary>
/// <param name="Service">The service that the route names.</param>
/// <param name="RouteInstance">The instance that the route names; null where it names none.</param>
/// <param name="Payload">Its content.</param>
/// <param name="Signature">What the sender signed, as it was checked: the same again is the same request. Null when it does not sign.</param>
internal sealed record WebhookRequest(ServarrService Service, string? RouteInstance, WebhookPayload Payload, string? Signature);
