using System.Net;
using ArrFunctions.Ops.Access;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops.Access;

public sealed class FailedAttemptsTests
{
    private static readonly IPAddress Client = IPAddress.Parse("203.0.113.7");
    private readonly SetTime time = new();
    private readonly FailedAttempts attempts;

    public FailedAttemptsTests() => attempts = new(new AccessOptions { Failures = 3 }, time);

    [Fact]
    public void From_the_limit_on_a_client_is_told_to_wait_until_the_minute_is_over()
    {
        Assert.All(Enumerable.Range(0, 3), _ => Assert.Null(attempts.Add(Client)));
        time.Now += TimeSpan.FromSeconds(15);
        Assert.Equal(TimeSpan.FromSeconds(45), attempts.Add(Client));
        Assert.Null(attempts.Add(IPAddress.Parse("203.0.113.8")));

        time.Now += TimeSpan.FromSeconds(45);
        Assert.Null(attempts.Add(Client));
        Assert.Equal((6, 1), (attempts.Total, attempts.Limited));
    }

    [Fact]
    public void A_clock_that_is_set_back_leaves_nobody_waiting_for_longer_than_a_minute()
    {
        Assert.All(Enumerable.Range(0, 4), _ => attempts.Add(Client));
        time.Now -= TimeSpan.FromHours(1);

        Assert.Null(attempts.Add(Client));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("::1", "::2", false)]
    public void Addresses_of_one_network_of_IPv6_are_one_client(string one, string other, bool isSame)
    {
        Assert.All(Enumerable.Range(0, 3), _ => attempts.Add(IPAddress.Parse(one)));

        Assert.Equal(isSame, attempts.Add(IPAddress.Parse(other)) is not null);
    }

    [Fact]
    public void Of_ten_thousand_clients_the_last_are_remembered_and_all_are_counted()
    {
        for (var client = 0; client < 10_000; client++)
        {
            attempts.Add(new IPAddress([10, 0, (byte)(client >> 8), (byte)client]));
        }

        Assert.Equal(FailedAttempts.MostClients, attempts.Clients);
        var told = attempts.Take();
        Assert.Equal((FailedAttempts.MostClients + 1, 10_000), (told.Count, told.Sum(client => client.Requests)));
        Assert.Equal(10_000 - FailedAttempts.MostClients, told.Single(client => client.Client is null).Requests);
    }

    [Fact]
    public void What_was_told_is_not_told_again_and_a_client_that_has_gone_is_forgotten()
    {
        attempts.Add(Client);
        Assert.Equal([new RefusedClient("203.0.113.7", 1)], attempts.Take());
        Assert.Empty(attempts.Take());
        Assert.Equal(1, attempts.Clients);

        time.Now += TimeSpan.FromMinutes(1);
        Assert.Empty(attempts.Take());
        Assert.Equal(0, attempts.Clients);
    }
}
