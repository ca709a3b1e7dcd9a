using System.Text.Json.Nodes;

namespace ArrFunctions.Servarr;

/// <summary>One look at one instance.</summary>
/// <param name="cancellation">What was cancelled by it is cancelled; all else that ends a question early is its time limit.</param>
internal sealed class ConnectionLook(Instance instance, ServarrConnection connection, CancellationToken cancellation)
{
    private string Where => $"{instance.Name} at {instance.Url.OriginalString}";

    private string Base => instance.Url.AbsoluteUri.TrimEnd('/');

    private string Host => instance.Url.GetLeftPart(UriPartial.Authority);

    private string Api => ServarrConnection.ApiOf(instance.Service);

    public async Task<ConnectionOutcome> RunAsync(CancellationToken cancellationToken)
    {
        SystemStatusResource status;
        try
        {
            status = await connection.LookAsync($"{Base}/api/{Api}/system/status", ServarrJson.Default.SystemStatusResource, cancellation, cancellationToken);
        }
        catch (ServarrException failure)
        {
            return await ExplainAsync(failure, cancellationToken);
        }

        return connection.Mistaken(status) is { } mistaken ? new ConnectionOutcome.Wrong(ConnectionFault.WrongService, mistaken.Message)
            : status.Version is not { Length: > 0 } version || (connection.IsStranger && !IsVersion(version))
                ? new ConnectionOutcome.Wrong(ConnectionFault.OtherProgram, $"{Where} answers, but not as {instance.Service} does: it tells no version. {UrlAdvice()}")
            : OldestVersion.IsOlder(instance.Service, version)
                ? new ConnectionOutcome.Wrong(
                    ConnectionFault.TooOld,
                    $"{Where} is {instance.Service} {Quoted.Plain(version)}; {OldestVersion.Of(instance.Service)} is the oldest that is supported. Update {instance.Service}.")
                : new ConnectionOutcome.Right(instance.Service, Quoted.Plain(version), $"{Where} is {instance.Service} {Quoted.Plain(version)}.");
    }

    private async Task<ConnectionOutcome> ExplainAsync(ServarrException failure, CancellationToken cancellationToken) => failure.Fault switch
    {
        ServarrFault.WrongUrl => await MisplacedAsync(failure, cancellationToken),
        ServarrFault.WrongKey => new ConnectionOutcome.Wrong(
            ConnectionFault.WrongKey, $"{failure.Message} It has to be the key of this very {instance.Service}: another application at this URL refuses it too."),
        ServarrFault.Unreachable => new ConnectionOutcome.Wrong(ConnectionFault.Unreachable, failure.Message),
        ServarrFault.Untrusted => new ConnectionOutcome.Wrong(ConnectionFault.Untrusted, failure.Message),
        ServarrFault.Starting => new ConnectionOutcome.Wrong(ConnectionFault.Starting, failure.Message),
        ServarrFault.Failed when failure.Status is null => new ConnectionOutcome.Wrong(ConnectionFault.Unreadable, failure.Message),
        _ => new ConnectionOutcome.Wrong(ConnectionFault.Failing, failure.Message),
    };

    /// <summary>The API that was asked is not there: what is?</summary>
    private async Task<ConnectionOutcome> MisplacedAsync(ServarrException failure, CancellationToken cancellationToken)
    {
        if (RealBase(failure.Location) is { } real)
        {
            return new ConnectionOutcome.Wrong(
                ConnectionFault.WrongUrlBase, $"{Where} has another URL base, {Quoted.Of(real)}. Set the URL of {instance.Name} to {Host}{real}.");
        }

        if (await ReadAsync($"{Base}/api", "current", cancellationToken) is { } current && current != Api && (!connection.IsStranger || current is ['v', >= '0' and <= '9']))
        {
            var others = current is "v1" ? "Prowlarr (or another application with this API)" : "Sonarr or Radarr";
            return new ConnectionOutcome.Wrong(
                ConnectionFault.WrongService, $"{Where} is not {instance.Service}: its API is {Quoted.Plain(current)}, as that of {others}. {UrlAdvice()}");
        }

        if (await PingsAsync(Base, cancellationToken))
        {
            return new ConnectionOutcome.Wrong(
                ConnectionFault.WrongService, $"{Where} is not {instance.Service}: an application of its kind answers there, which has no API {Api}. {UrlAdvice()}");
        }

        return Base != Host && await PingsAsync(Host, cancellationToken)
            ? new ConnectionOutcome.Wrong(
                ConnectionFault.WrongUrlBase, $"{Where} has no such URL base: it answers at {Host} without one. Set the URL of {instance.Name} to {Host}.")
            : new ConnectionOutcome.Wrong(ConnectionFault.OtherProgram, failure.Message);
    }

    /// <summary>An application that was asked without its URL base redirects to the same path below it.</summary>
    private string? RealBase(Uri? target)
    {
        var asked = $"{instance.Url.AbsolutePath.TrimEnd('/')}/api/{Api}/system/status";
        return target is not null && Uri.TryCreate(instance.Url, target, out var full) && full.Authority == instance.Url.Authority
            && full.AbsolutePath.EndsWith(asked, StringComparison.OrdinalIgnoreCase) && full.AbsolutePath.Length > asked.Length
            ? full.AbsolutePath[..^$"/api/{Api}/system/status".Length]
            : null;
    }

    private async Task<bool> PingsAsync(string root, CancellationToken cancellationToken) => await ReadAsync($"{root}/ping", "status", cancellationToken) is "OK" or "Error";

    /// <summary>A text of the object at an address; null when there is none.</summary>
    private async Task<string?> ReadAsync(string address, string member, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await connection.LookAsync(address, ServarrJson.Default.JsonObject, cancellation, cancellationToken);
            return answer[member] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
        }
        catch (ServarrException)
        {
            // What is there was to be found out, and this is not it.
            return null;
        }
    }

    private static bool IsVersion(string text) =>
        text.Length <= 40 && Version.TryParse(text.Split('-')[0], out _) && text.All(static character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-');

    private string UrlAdvice() => $"Set the URL of {instance.Name} to the one of {instance.Service} with its URL base, as Settings > General shows it.";
}
