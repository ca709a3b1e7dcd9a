namespace ArrFunctions.Platform;

/// <summary>Runs other programs.</summary>
public interface IProcessRunner
{
    /// <summary>Runs a program to its end. When it takes too long, or is cancelled, or this process ends, it is killed.</summary>
    Task<ProcessOutcome> RunAsync(ProcessRequest request, CancellationToken cancellationToken);
}
