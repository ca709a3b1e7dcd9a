namespace Microsoft.Azure.Functions.Worker.Http;

public abstract class HttpRequestData;
