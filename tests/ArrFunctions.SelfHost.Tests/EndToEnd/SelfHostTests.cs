namespace ArrFunctions.SelfHost.Tests.EndToEnd;

/// <summary>The embedded host.</summary>
public sealed class SelfHostTests(SelfHostFixture host) : HostSuite(host), IClassFixture<SelfHostFixture>;
