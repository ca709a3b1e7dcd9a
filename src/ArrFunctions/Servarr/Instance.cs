namespace ArrFunctions.Servarr;

/// <summary>One configured application (<c>Servarr:Instances:N</c>, or <c>SONARR_URL</c> and <c>SONARR_API_KEY</c>).</summary>
public sealed record Instance
{
    /// <summary>A slug (lower-case letters, digits, hyphens), unique over all services.</summary>
    public required string Name { get; init; }

    public required ServarrService Service { get; init; }

    /// <summary>With the url base, without a slash at its end.</summary>
    public required Uri Url { get; init; }

    /// <summary>Secret.</summary>
    public required string ApiKey { get; init; }

    /// <summary>Who may have signed its certificate, beside those that the system trusts; null: nobody else.</summary>
    public CertificateAuthority? CertificateAuthority { get; init; }

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Name} ({Service} at {Url})";
}
