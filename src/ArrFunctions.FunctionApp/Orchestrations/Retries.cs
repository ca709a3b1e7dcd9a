using System.Net.Sockets;
using ArrFunctions.Platform;
using Microsoft.DurableTask;

namespace ArrFunctions.FunctionApp.Orchestrations;

/// <summary>How a step is tried again: for some twenty minutes, if it failed of something that passes. A fault of the program does not pass.</summary>
internal static class Retries
{
    public const int MostAttempts = 10;

    public static readonly TaskOptions WhenTransient = TaskOptions.FromRetryPolicy(
        new RetryPolicy(MostAttempts, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(5)) { HandleFailure = IsTransient });

    /// <summary>By the type of the exception alone, which is all that the history of an orchestration keeps of it.</summary>
    public static bool IsTransient(TaskFailureDetails failure) =>
        failure.IsCausedBy<StoreException>() || failure.IsCausedBy<TableConflictException>()
        || failure.IsCausedBy<HttpRequestException>() || failure.IsCausedBy<SocketException>() || failure.IsCausedBy<IOException>()
        || failure.IsCausedBy<TimeoutException>() || failure.IsCausedBy<OperationCanceledException>();
}
