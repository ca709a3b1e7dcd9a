namespace Microsoft.DurableTask;

public record TaskFailureDetails(
    string ErrorType, string ErrorMessage, string? StackTrace, TaskFailureDetails? InnerFailure, IDictionary<string, object?>? Properties)
{
    public static TaskFailureDetails FromException(Exception exception) => new(
        exception.GetType().ToString(),
        exception.Message,
        exception.StackTrace,
        exception.InnerException is { } inner ? FromException(inner) : null,
        Properties: null);

    /// <summary>By the name of its type, which is looked for in what is loaded.</summary>
    public bool IsCausedBy<T>()
        where T : Exception => AppDomain.CurrentDomain.GetAssemblies().Any(assembly => typeof(T).IsAssignableFrom(assembly.GetType(ErrorType)));
}
