namespace ArrFunctions.Ops.Notifications;

/// <summary>A file that goes with a notification.</summary>
/// <param name="Name">With its extension: <c>radarr-report.html</c>.</param>
/// <param name="MediaType">RFC 6838.</param>
/// <param name="Length">In bytes; a client leaves out what its service would refuse, and says so in the text.</param>
/// <param name="Link">Where it can be fetched by somebody who may; null where <c>Http:PublicUrl</c> is not set.</param>
/// <param name="OpenAsync">Its content from the beginning; null: it was removed meanwhile.</param>
public sealed record NotificationFile(string Name, string MediaType, long Length, Uri? Link, Func<CancellationToken, Task<Stream?>> OpenAsync);
