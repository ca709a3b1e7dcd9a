using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace ArrFunctions.Tests.Ops.Access.Sessions;

/// <summary>Requests in memory come from nowhere; these come from this machine.</summary>
internal sealed class FromLoopback : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(static (context, rest) =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Loopback;
            return rest(context);
        });
        next(app);
    };
}
