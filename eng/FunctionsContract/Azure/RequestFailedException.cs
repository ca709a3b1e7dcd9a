namespace Azure;

public class RequestFailedException(int status, string message, string? errorCode, Exception? innerException) : Exception(message, innerException)
{
    public int Status { get; } = status;

    public string? ErrorCode { get; } = errorCode;
}
