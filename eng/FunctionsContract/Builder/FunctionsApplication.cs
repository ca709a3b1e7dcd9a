namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => throw new NotSupportedException(
        "This was built against declarations of the SDK, without the SDK. Build it with -p:FullFeed=true.");
}
