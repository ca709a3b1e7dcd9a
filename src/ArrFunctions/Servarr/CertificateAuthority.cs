using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Servarr;

/// <summary>Certificates of a PEM file that the certificate of an instance may be signed by, beside those that the system trusts.</summary>
public sealed class CertificateAuthority
{
    private const int MaxBytes = 1024 * 1024;

    private CertificateAuthority(string path, X509Certificate2Collection certificates) => (Path, Certificates) = (path, certificates);

    internal static SettingKind<CertificateAuthority> Kind { get; } = new("is no PEM file with certificates", TryRead)
    {
        Show = static authority => authority.Path,
        Objection = static text => Read(text, out _, out var fault) ? null : fault,
    };

    /// <summary>The file, absolute.</summary>
    public string Path { get; }

    /// <summary>At least one.</summary>
    internal X509Certificate2Collection Certificates { get; }

    public override string ToString() => Path;

    private static bool TryRead(string text, [MaybeNullWhen(false)] out CertificateAuthority authority) => Read(text, out authority, out _);

    /// <param name="fault">Goes on where the sentence has named the file.</param>
    private static bool Read(string path, [MaybeNullWhen(false)] out CertificateAuthority authority, out string fault)
    {
        (authority, fault) = (null, "is no absolute path of a PEM file");
        if (!System.IO.Path.IsPathFullyQualified(path))
        {
            return false;
        }

        var text = SmallFile.TryRead(path, MaxBytes, out var unreadable);
        if (text is null)
        {
            fault = $"cannot be read: {unreadable}";
            return false;
        }

        var certificates = new X509Certificate2Collection();
        fault = "has no certificate in it; it begins with -----BEGIN CERTIFICATE-----";
        try
        {
            certificates.ImportFromPem(text);
        }
        catch (CryptographicException)
        {
            fault = "has a certificate in it that is damaged";
            return false;
        }

        authority = certificates.Count == 0 ? null : new(path, certificates);
        return authority is not null;
    }
}
