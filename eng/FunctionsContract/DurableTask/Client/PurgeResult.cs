namespace Microsoft.DurableTask.Client;

public class PurgeResult(int count)
{
    public int PurgedInstanceCount { get; } = count;
}
