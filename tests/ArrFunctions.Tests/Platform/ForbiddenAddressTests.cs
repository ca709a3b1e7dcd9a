using System.Net;
using ArrFunctions.Ops.Http;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Ops.Configuration;

namespace ArrFunctions.Tests.Platform;

/// <summary>Where no configured URL leads: by its address, and by what its name has for one when it is connected to.</summary>
public sealed class ForbiddenAddressTests
{
    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("192.0.0.192")]
    [InlineData("::")]
    [InlineData("fe80::1%1")]
    [InlineData("ff02::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fd20:ce::254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:0:a9fe:a9fe")]
    [InlineData("::a9fe:a9fe")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::a9fe:a9fe")]
    [InlineData("2002:a9fe:a9fe::1")]
    public void Is_never_asked(string address) => Assert.True(ForbiddenAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.18.0.5")]
    [InlineData("192.168.1.2")]
    [InlineData("100.64.0.1")]
    [InlineData("203.0.113.9")]
    [InlineData("::1")]
    [InlineData("fd12::3")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:192.168.1.2")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::c0a8:102")]
    public void Is_asked(string address) => Assert.False(ForbiddenAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("http://2852039166:80")]
    [InlineData("http://0xA9FEA9FE")]
    [InlineData("http://[::ffff:169.254.169.254]:8989")]
    [InlineData("http://[fe80::1]:8989")]
    [InlineData("http://0:8989")]
    public void In_a_setting_it_is_refused_with_the_reason(string url)
    {
        var errors = Configured.Errors(("SONARR_URL", url), ("SONARR_API_KEY", "0123456789abcdef0123456789abcdef"));

        Assert.Contains("that is never asked", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_is_refused_by_the_address_that_the_name_has_then()
    {
        using var handler = new SocketsHttpHandler { ConnectCallback = GuardedConnect.OpenAsync };
        using var client = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://169.254.169.254/latest/meta-data");

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Contains("never asked", NetworkFailure.Why(failure), StringComparison.Ordinal);
    }

    /// <summary>No handler of the product is made elsewhere (<c>OutgoingHttpTests</c>).</summary>
    [Fact]
    public void Every_client_of_the_product_connects_with_the_guard()
    {
        using var handler = OutgoingHttp.Handler();
        Assert.Equal(GuardedConnect.OpenAsync, handler.ConnectCallback);
    }
}
