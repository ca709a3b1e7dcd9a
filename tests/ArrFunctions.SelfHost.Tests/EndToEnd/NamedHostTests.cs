namespace ArrFunctions.SelfHost.Tests.EndToEnd;

/// <summary>The host that the environment names; without one there are no such tests.</summary>
public sealed class NamedHostTests(NamedHostFixture host) : HostSuite(host), IClassFixture<NamedHostFixture>;
