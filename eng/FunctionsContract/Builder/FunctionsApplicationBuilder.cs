using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplicationBuilder
{
    private readonly HostApplicationBuilder builder = new();

    internal FunctionsApplicationBuilder()
    {
    }

    public ConfigurationManager Configuration => builder.Configuration;

    public IServiceCollection Services => builder.Services;

    public IHost Build() => builder.Build();
}
