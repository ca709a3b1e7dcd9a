using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace ArrFunctions.FunctionApp.Tests.Storage;

/// <summary>How the clients report an answer that is an error. Their messages quote what no message of ours may.</summary>
internal static class FakeFailure
{
    public static RequestFailedException Of(int status, string? code, Exception? inner = null) =>
        new(status, $"The request with sig={FakeTableService.Secret} failed.", code, inner);

    /// <param name="index">Of the action that was refused.</param>
    public static TableTransactionFailedException OfTransaction(int status, string code, int index)
    {
        var failure = Of(status, code);
        failure.Data["FailedEntity"] = index.ToString(CultureInfo.InvariantCulture);
        return new(failure);
    }
}
