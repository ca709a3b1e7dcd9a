// The declarations in this folder are those of Azure.Core 1.61, Azure.Data.Tables 12.12.0, Azure.Storage.Queues 12.27.1, Azure.Storage.Blobs 12.29.0 and Azure.Identity 1.21.0, as far as the
// storage of the FunctionApp uses them. What is virtual there is virtual here, and plain data is held, so that a test can stand in for the service.
namespace Azure;

public abstract class Response
{
    public static Response<T> FromValue<T>(T value, Response response) => new ValueResponse<T>(value);

    private sealed class ValueResponse<T>(T value) : Response<T>
    {
        public override T Value { get; } = value;
    }
}

public abstract class Response<T>
{
    public virtual T Value => throw new NotSupportedException();
}
