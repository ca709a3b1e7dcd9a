namespace ArrFunctions.Ops.Http;

/// <summary>Where the certificate of the server is.</summary>
/// <param name="Path"><c>Http:Certificate:Path</c>: PEM with its chain, or PFX.</param>
/// <param name="KeyPath"><c>Http:Certificate:KeyPath</c>: its private key, where that is in a file of its own.</param>
/// <param name="Password"><c>Http:Certificate:Password</c> of the key or the PFX. Secret.</param>
public sealed record CertificateOptions(string Path, string? KeyPath, string? Password)
{
    public override string ToString() => nameof(CertificateOptions);
}
