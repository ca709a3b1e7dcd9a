using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Ops.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Tests.Servarr;

/// <summary>Over https to a server whose certificate a private authority signed.</summary>
public sealed class ServarrCertificateTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-");
    private readonly X509Certificate2 authority = Authority("House");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        authority.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_of_the_given_authority_is_taken(bool amongOthers)
    {
        using var other = Authority("Other");
        var pem = amongOthers ? $"{other.ExportCertificatePem()}\n# the house\n{authority.ExportCertificatePem()}" : authority.ExportCertificatePem();

        Assert.Equal("Radarr", (await AskAsync(Leaf("localhost"), pem)).AppName);
    }

    [Fact]
    public async Task A_certificate_that_signed_itself_can_be_given_as_it_is()
    {
        using var own = SelfSigned("localhost");

        Assert.Equal("Radarr", (await AskAsync(own, own.ExportCertificatePem())).AppName);
    }

    [Fact]
    public async Task Without_the_authority_the_setting_is_named()
    {
        var failure = await Assert.ThrowsAsync<ServarrException>(() => AskAsync(Leaf("localhost"), pem: null));

        Assert.Equal(ServarrFault.Untrusted, failure.Fault);
        Assert.Matches("^films at https://localhost:[0-9]+ shows a certificate that nobody signed who is trusted here", failure.Message);
        Assert.Contains("CertificateAuthority (RADARR_CERTIFICATE_AUTHORITY", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_authority_does_not_help()
    {
        using var other = Authority("House");

        Assert.Equal(ServarrFault.Untrusted, (await Assert.ThrowsAsync<ServarrException>(() => AskAsync(Leaf("localhost"), other.ExportCertificatePem()))).Fault);
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_not_taken()
    {
        var failure = await Assert.ThrowsAsync<ServarrException>(() => AskAsync(Leaf("radarr.home.example"), authority.ExportCertificatePem()));

        Assert.Equal(ServarrFault.Untrusted, failure.Fault);
        Assert.Contains("for another name (radarr.home.example), not for localhost", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_is_over_is_not_taken()
    {
        var failure = await Assert.ThrowsAsync<ServarrException>(
            () => AskAsync(Leaf("localhost", DateTimeOffset.UnixEpoch.AddYears(31), DateTimeOffset.UnixEpoch.AddYears(32)), authority.ExportCertificatePem()));

        Assert.Equal(ServarrFault.Untrusted, failure.Fault);
        Assert.Contains("valid from 2001-01-01 to 2002-01-01 only. Renew it", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SONARR_CERTIFICATE_AUTHORITY")]
    [InlineData("Servarr__Instances__0__CertificateAuthority")]
    public void The_file_is_read_with_the_configuration(string name)
    {
        var path = Write(authority.ExportCertificatePem());

        var instance = Assert.Single(Configured.Options([.. InstanceOf(name), (name, path)]).Servarr.Instances);

        Assert.Equal(path, instance.CertificateAuthority!.Path);
        Assert.Equal(authority.Thumbprint, Assert.Single(instance.CertificateAuthority.Certificates).Thumbprint);
    }

    [Theory]
    [InlineData("SONARR_CERTIFICATE_AUTHORITY", null, "cannot be read: there is no such file")]
    [InlineData("Servarr__Instances__0__CertificateAuthority", null, "cannot be read: there is no such file")]
    [InlineData("SONARR_CERTIFICATE_AUTHORITY", "nothing", "has no certificate in it")]
    [InlineData("SONARR_CERTIFICATE_AUTHORITY", "", "has no certificate in it")]
    [InlineData("SONARR_CERTIFICATE_AUTHORITY", "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----", "has a certificate in it that is damaged")]
    public void A_file_without_certificates_is_an_error_of_the_configuration(string name, string? content, string words)
    {
        var path = content is null ? Path.Combine(folder.FullName, "missing.pem") : Write(content);

        var error = Assert.Single(Configured.Errors([.. InstanceOf(name), (name, path)]));

        Assert.StartsWith($"{name} (environment)", error, StringComparison.Ordinal);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_not_absolute_is_an_error() => Assert.Contains(
        "is no absolute path",
        Assert.Single(Configured.Errors([.. InstanceOf("SONARR_CERTIFICATE_AUTHORITY"), ("SONARR_CERTIFICATE_AUTHORITY", "ca.pem")])),
        StringComparison.Ordinal);

    [Fact]
    public void An_authority_without_its_instance_is_an_error() => Assert.Equal(
        ["RADARR_CERTIFICATE_AUTHORITY (environment) is set without RADARR_URL. It belongs to an instance."],
        Configured.Errors(("RADARR_CERTIFICATE_AUTHORITY", Write(authority.ExportCertificatePem()))));

    private static (string, string)[] InstanceOf(string name) => name.StartsWith("SONARR", StringComparison.Ordinal)
        ? [("SONARR_URL", "https://sonarr"), ("SONARR_API_KEY", "key")]
        : [("Servarr__Instances__0__Service", "sonarr"), ("Servarr__Instances__0__Url", "https://sonarr"), ("Servarr__Instances__0__ApiKey", "key")];

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(150));
    }

    private static X509Certificate2 SelfSigned(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return RequestOf(host, key).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(150));
    }

    private static CertificateRequest RequestOf(string host, ECDsa key)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    private X509Certificate2 Leaf(string host, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = RequestOf(host, key).Create(authority, from ?? DateTimeOffset.UnixEpoch, until ?? DateTimeOffset.UnixEpoch.AddYears(100), [1, 2, 3, 4]);
        return signed.CopyWithPrivateKey(key);
    }

    private string Write(string content)
    {
        var path = Path.Combine(folder.FullName, "authority.pem");
        File.WriteAllText(path, content);
        return path;
    }

    private async Task<SystemStatusResource> AskAsync(X509Certificate2 certificate, string? pem)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(options =>
            options.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        await using var server = builder.Build();
        server.Run(context => StubServer.ReplyAsync(context, StatusCodes.Status200OK, """{"appName":"Radarr","version":"5.0"}"""));
        await server.StartAsync(Cancellation);
        var options = Configured.Options(
        [
            ("Servarr__Instances__0__Name", "films"), ("Servarr__Instances__0__Service", "radarr"), ("Servarr__Instances__0__ApiKey", "key"),
            ("Servarr__Instances__0__Url", $"https://localhost:{new Uri(server.Urls.Single()).Port}"),
            .. pem is null ? (IEnumerable<(string, string)>)[] : [("Servarr__Instances__0__CertificateAuthority", Write(pem))],
        ]);
        using var clients = new ServarrClients(options.Servarr, TimeProvider.System);
        using (certificate)
        {
            return await clients.All[0].SystemStatusAsync(Cancellation);
        }
    }
}
