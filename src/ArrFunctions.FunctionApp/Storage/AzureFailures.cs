using ArrFunctions.Platform;
using Azure;
using Azure.Identity;

namespace ArrFunctions.FunctionApp.Storage;

/// <summary>Turns what Azure Storage, or the way to it, reports into a sentence for the user.</summary>
/// <remarks>Their own messages are not passed on: they quote the request, which may carry a signature.</remarks>
/// <param name="what">What lies there: tables, queues or artifacts.</param>
/// <param name="account">The address of the service; what follows its host is left out, a signature may be there too.</param>
internal sealed class AzureFailures(string what, Func<Uri> account)
{
    private const string Setting = AzureConnection.Setting;

    public async Task ExplainAsync(string done, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (IsKnown(exception) && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new StoreException($"The {what} at {account().GetLeftPart(UriPartial.Authority)} could not be {done}: {Describe(exception)}");
        }
    }

    private static bool IsKnown(Exception exception) =>
        exception is RequestFailedException or AuthenticationFailedException or AggregateException or HttpRequestException or IOException or OperationCanceledException;

    private static string Describe(Exception exception) => Cause(exception) switch
    {
        AuthenticationFailedException =>
            $"no token was issued for them. Check that the app has the identity that {Setting}__clientId names, or, without that setting, one of its own.",
        RequestFailedException { Status: 401 or 403 } refused =>
            $"the access was refused ({Code(refused)}). Check {Setting}; an identity needs the roles "
            + "Storage Table Data Contributor, Storage Queue Data Contributor and Storage Blob Data Contributor.",
        RequestFailedException { Status: 413 } or RequestFailedException { ErrorCode: "EntityTooLarge" } =>
            "the change is larger than one request may be, with every quote and every character outside ASCII written as six. Nothing was changed.",
        RequestFailedException { Status: 408 or 429 or >= 500 } busy =>
            $"the service is busy or disturbed ({Code(busy)}). It was tried {AzureConnection.MaxRetries + 1} times; it works again when the service does.",
        RequestFailedException { Status: > 0 } other => $"the service answered {Code(other)}. Check that {Setting} names a storage account.",
        HttpRequestException network => $"{NetworkFailure.Why(network)}. Check {Setting} and the network; with Azurite, that it runs.",
        OperationCanceledException =>
            $"the service did not answer within {AzureConnection.NetworkTimeout.TotalSeconds:0} s. Check the network between this machine and the account.",
        _ => $"the connection failed. Check {Setting} and the network.",
    };

    /// <summary>What lies behind the wrappings of the client: it gathers the failures of its retries, and wraps those of the network.</summary>
    private static Exception Cause(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [.., var last] } => Cause(last),
        RequestFailedException { Status: 0, InnerException: { } inner } => Cause(inner),
        _ => exception,
    };

    private static string Code(RequestFailedException failure) => $"{failure.Status} {failure.ErrorCode}".TrimEnd();
}
