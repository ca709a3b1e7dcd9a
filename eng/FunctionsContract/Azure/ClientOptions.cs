namespace Azure.Core;

public abstract class ClientOptions
{
    public RetryOptions Retry { get; } = new();
}

public class RetryOptions
{
    public int MaxRetries { get; set; }

    public RetryMode Mode { get; set; }

    public TimeSpan NetworkTimeout { get; set; }
}

public enum RetryMode
{
    Fixed = 0,
    Exponential = 1,
}
