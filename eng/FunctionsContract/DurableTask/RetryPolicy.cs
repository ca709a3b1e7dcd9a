namespace Microsoft.DurableTask;

public class RetryPolicy(
    int maxNumberOfAttempts, TimeSpan firstRetryInterval, double backoffCoefficient = 1.0, TimeSpan? maxRetryInterval = null, TimeSpan? retryTimeout = null)
{
    public int MaxNumberOfAttempts { get; } = maxNumberOfAttempts;

    public TimeSpan FirstRetryInterval { get; } = firstRetryInterval;

    public double BackoffCoefficient { get; } = backoffCoefficient;

    public TimeSpan MaxRetryInterval { get; } = maxRetryInterval ?? TimeSpan.FromHours(1);

    public TimeSpan RetryTimeout { get; } = retryTimeout ?? Timeout.InfiniteTimeSpan;

    public Func<Exception, bool> Handle { get; private init; } = _ => true;

    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => Handle = failure => value(TaskFailureDetails.FromException(failure));
    }
}
