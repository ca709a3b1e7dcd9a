using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ArrFunctions.Servarr;

/// <summary>Which certificates of an instance are taken, and what is wrong with those that are not.</summary>
internal static class ServarrCertificates
{
    public static SslClientAuthenticationOptions Options(Instance instance) => new()
    {
        CertificateChainPolicy = instance.CertificateAuthority is { } authority ? Policy(authority.Certificates) : null,
        RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
            errors is SslPolicyErrors.None
                ? true
                : throw new UntrustedCertificateException(Why(instance, certificate as X509Certificate2, chain, errors)),
    };

    /// <summary>Those of the system hold as well, and the name of the host is looked at as ever.</summary>
    private static X509ChainPolicy Policy(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(authorities);
        foreach (var location in Enum.GetValues<StoreLocation>())
        {
            using var store = new X509Store(StoreName.Root, location);
            try
            {
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
                policy.CustomTrustStore.AddRange(store.Certificates);
            }
            catch (CryptographicException)
            {
                // This system, or this user, has no such store.
            }
        }

        return policy;
    }

    private static string Why(Instance instance, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return "shows no certificate. Does it speak https at this port?";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return $"shows a certificate for another name ({Quoted.Plain(Names(certificate))}), not for {instance.Url.Host}. Set its URL to a name that the certificate has.";
        }

        return (chain?.ChainStatus ?? []).Any(status => status.Status is X509ChainStatusFlags.NotTimeValid)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"shows a certificate that is valid from {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd} only. Renew it, or set the clock of this machine.")
            : "shows a certificate that nobody signed who is trusted here. "
                + $"Set its CertificateAuthority ({instance.Service.ToString().ToUpperInvariant()}_CERTIFICATE_AUTHORITY for the only one) to a PEM file with the certificate of who signed it.";
    }

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())))
            .Take(5)
            .ToList();
        return names is [] ? certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false) : string.Join(", ", names);
    }
}
