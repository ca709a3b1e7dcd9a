using ArrFunctions.Platform;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Polly.CircuitBreaker;

namespace ArrFunctions.Servarr;

/// <summary>Turns whatever went wrong with a call into a sentence that names the instance, what happened, and what to do.</summary>
/// <param name="isStranger">Nobody configured the instance, so nothing that it says is handed on: it may be any server of the house.</param>
internal sealed class ServarrFaults(Instance instance, IReadOnlyList<Instance> all, TimeProvider clock, bool isStranger = false)
{
    private static readonly string[] Family = ["Sonarr", "Radarr", "Prowlarr", "Lidarr", "Readarr", "Whisparr"];

    /// <summary>Characters: the longest that the applications say of a test, with an URL in it.</summary>
    private const int MostWords = 600;

    private string Where => $"{instance.Name} at {instance.Url.OriginalString}";

    /// <summary>Runs a part of a call whose failures are those of the network or of the content.</summary>
    /// <param name="call">Ends early when a time limit or <paramref name="cancellationToken"/> says so.</param>
    /// <param name="cancellationToken">What was cancelled by it stays a cancellation.</param>
    public async Task<T> TranslateAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (HttpRequestException endless) when (endless.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded)
        {
            throw Endless(ServarrConnection.MostBytes, endless);
        }
        catch (EndlessAnswerException endless)
        {
            throw Endless(endless.MostBytes, endless);
        }
        catch (HttpRequestException failure) when (failure.InnerException is UntrustedCertificateException untrusted)
        {
            throw new ServarrException($"{Where} {untrusted.Message}", ServarrFault.Untrusted, failure);
        }
        catch (HttpRequestException failure)
        {
            throw Unreachable(NetworkFailure.Why(failure), failure);
        }
        catch (IOException failure)
        {
            throw Unreachable("the connection ended within the answer", failure);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable("it does not answer in time", late);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidDataException)
        {
            throw Unreadable("something that cannot be read", unreadable);
        }
    }

    /// <summary>What it tells of itself, where that is another application than the one that is configured.</summary>
    public ServarrException? Mistaken(SystemStatusResource status) =>
        status.AppName is null || status.AppName.Equals(instance.Service.ToString(), StringComparison.OrdinalIgnoreCase)
            ? null
            : new($"{Where} is {(isStranger ? Array.Find(Family, status.AppName.Equals) ?? "another application" : Shown(status.AppName))}, not {instance.Service}. {UrlAdvice()}.", ServarrFault.WrongUrl);

    public ServarrException Silent(TimeSpan limit, Exception inner) =>
        Unreachable(string.Create(CultureInfo.InvariantCulture, $"it gave no answer within {limit.TotalSeconds:0} seconds"), inner);

    /// <summary>A test that never ended; the instance itself may be well.</summary>
    public ServarrException Unended(TimeSpan limit, Exception inner) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Where} did not end the test within {limit.TotalSeconds:0} seconds."), ServarrFault.Unreachable, inner);

    public ServarrException Broken(BrokenCircuitException inner)
    {
        var wait = inner.RetryAfter ?? ServarrPipelines.BreakFor;
        var why = inner.InnerException is ServarrException last ? $" The last time: {last.Message}" : "";
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{Where} failed so often that it is left alone for {Math.Ceiling(wait.TotalSeconds):0} seconds.{why}"),
            ServarrFault.Broken,
            inner);
    }

    public async Task ThrowIfFailedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw Of(response, isStranger ? null : Shown(await ServarrErrorBody.ReadAsync(response.Content, cancellationToken)));
        }

        if (!ServarrConnection.IsJson(response))
        {
            throw new ServarrException(
                $"{Where} answered with a page instead of data: another program is at this URL, or the URL base is wrong. {UrlAdvice()}.",
                ServarrFault.WrongUrl) { Status = response.StatusCode };
        }
    }

    private ServarrException Of(HttpResponseMessage response, string? said)
    {
        var because = said is null ? "" : $": {said}";
        var (fault, sentence) = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => (
                ServarrFault.WrongKey, $"{Where} refused the API key (401). Copy it from Settings > General of {instance.Service} again"),
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => (ServarrFault.WrongUrl, $"{Where} redirects{Target(response)}. {UrlAdvice()}"),
            HttpStatusCode.NotFound when !ServarrConnection.IsJson(response) => (
                ServarrFault.WrongUrl, $"{Where} does not know its own API (404): the URL base is wrong, or another program is at this URL. {UrlAdvice()}"),
            HttpStatusCode.BadRequest => (ServarrFault.Invalid, $"{Where} refused what was sent{(said is null ? " without saying why (400)" : because)}"),
            HttpStatusCode.ServiceUnavailable when ServarrConnection.IsJson(response) => (ServarrFault.Starting, $"{Where} is starting{because}. Wait a moment"),
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => (
                ServarrFault.Unreachable,
                $"{Where} cannot be reached: what stands before it answers {(int)response.StatusCode}. Is {instance.Service} running?"),
            HttpStatusCode.Forbidden => (ServarrFault.Failed, $"{Where} forbids the call (403){because}. Does something that stands before it want a sign-in?"),
            HttpStatusCode.MethodNotAllowed => (ServarrFault.Failed, $"{Where} does not know this call (405){because}. Update {instance.Service}"),
            HttpStatusCode.RequestUriTooLong => (ServarrFault.Failed, $"{Where}, or what stands before it, does not take a request of this length (414){because}"),
            HttpStatusCode.NotFound => (ServarrFault.Failed, $"{Where} has no such thing (404){because}"),
            var status => (ServarrFault.Failed, $"{Where} failed ({(int)status}){because}. Its own log tells more"),
        };
        return new(sentence.TrimEnd('.', '?') + (sentence.EndsWith('?') ? "?" : "."), fault)
        {
            Status = response.StatusCode, RetryAfter = RetryAfter(response), Location = response.Headers.Location,
        };
    }

    private ServarrException Endless(int mostBytes, Exception inner) => Unreadable($"with more than {mostBytes / 1024 / 1024} MiB", inner);

    private ServarrException Unreadable(string what, Exception inner) =>
        new($"{Where} answered {what}. Is it a {instance.Service} of a version that is supported?", ServarrFault.Failed, inner);

    private ServarrException Unreachable(string why, Exception inner) =>
        new($"{Where} cannot be reached: {why}. Is it running, and is its URL right as seen from here?", ServarrFault.Unreachable, inner);

    private string UrlAdvice() =>
        $"Set the URL of {instance.Name} to the one of {instance.Service} with its URL base, as Settings > General shows it";

    private string Target(HttpResponseMessage response) =>
        response.Headers.Location is { } target && !isStranger ? $" to {Shown(target.OriginalString)}" : "";

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter is not { } header ? null : header.Delta ?? (header.Date - clock.GetUtcNow());
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }

    /// <summary>Words of the application, at a length that tells all.</summary>
    public string Whole(string said) => Quoted.Plain(Redaction.Redact(said, all), MostWords);

    private string? Shown(string? said) => said is null ? null : Quoted.Plain(Redaction.Redact(said, all)).TrimEnd('.', ' ');
}
