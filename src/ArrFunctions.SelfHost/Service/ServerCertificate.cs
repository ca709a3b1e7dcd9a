using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ArrFunctions.Ops.Http;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Commands;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Service;

/// <summary>The certificate for https addresses, out of files that a renewal replaces. New connections get the new one; those that are open stay.</summary>
internal sealed partial class ServerCertificate
{
    private const string Setting = "Http:Certificate:Path";
    private readonly CertificateOptions options;
    private readonly ILogger logger;
    private readonly Lock gate = new();
    private (FileStatus, FileStatus?) seen;
    private SslStreamCertificateContext current;

    /// <exception cref="SettingException">The files hold no certificate with its key.</exception>
    public ServerCertificate(CertificateOptions options, ILogger<ServerCertificate> logger)
    {
        (this.options, this.logger) = (options, logger);
        try
        {
            seen = Look();
            current = Load();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SettingException($"{Setting}: {Sentence(failure)}");
        }
    }

    /// <summary>For every https address.</summary>
    public void Use(HttpsConnectionAdapterOptions https)
    {
        https.ServerCertificate = current.TargetCertificate; // Kestrel wants one to begin with
        https.OnAuthenticate = (_, connection) =>
        {
            connection.ServerCertificate = null;
            connection.ServerCertificateSelectionCallback = null;
            connection.ServerCertificateContext = Current();
        };
    }

    /// <summary>Reads the files again when they are others than before. What cannot be read, half of a renewal perhaps, is not taken.</summary>
    public SslStreamCertificateContext Current()
    {
        lock (gate)
        {
            try
            {
                var now = Look();
                if (now != seen)
                {
                    seen = now;
                    current = Load();
                    Log.Changed(logger, options.Path, current.TargetCertificate.NotAfter);
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
            {
                Log.Kept(logger, Sentence(failure));
            }

            return current;
        }
    }

    /// <summary>Which files the paths lead to, through links too.</summary>
    private (FileStatus Certificate, FileStatus? Key) Look() => (Status(options.Path), options.KeyPath is { } key ? Status(key) : null);

    private static FileStatus Status(string path)
    {
        using var file = LinuxFile.OpenPath(path);
        return LinuxFile.Status(file);
    }

    private SslStreamCertificateContext Load()
    {
        var all = IsPem() ? Pem() : X509CertificateLoader.LoadPkcs12CollectionFromFile(options.Path, options.Password, X509KeyStorageFlags.EphemeralKeySet);
        var leaf = all.FirstOrDefault(one => one.HasPrivateKey) ?? throw new CryptographicException("there is no private key in it");
        return SslStreamCertificateContext.Create(leaf, [.. all.Where(one => one != leaf)], offline: true);
    }

    private bool IsPem()
    {
        using var file = File.OpenRead(options.Path);
        return file.ReadByte() is not 0x30; // PFX is DER and begins with a SEQUENCE
    }

    private X509Certificate2Collection Pem()
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(options.Path);
        var leaf = options.Password is { } password
            ? X509Certificate2.CreateFromEncryptedPemFile(options.Path, password, options.KeyPath)
            : X509Certificate2.CreateFromPemFile(options.Path, options.KeyPath);
        return [leaf, .. all.Skip(1)];
    }

    private string Sentence(Exception failure) => failure switch
    {
        CryptographicException =>
            $"{options.Path}{(options.KeyPath is { } key ? $" and {key}" : "")} hold no certificate with its private key, or Http:Certificate:Password is not theirs. Name a PEM file and its key, or a PFX.",
        _ => $"the certificate cannot be read: {failure.Message}",
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The certificate {Path} has changed; new connections get the one that is valid until {Until}.")]
        public static partial void Changed(ILogger logger, string path, DateTime until);

        [LoggerMessage(2, LogLevel.Error, "The certificate has changed and cannot be used; the one before stays in use: {Reason}")]
        public static partial void Kept(ILogger logger, string reason);
    }
}
