namespace ArrFunctions.Jobs;

/// <summary>Who asked for a job.</summary>
public enum JobSource
{
    Webhook,
    Cli,
    Api,
}
