using System.Net;

namespace ArrFunctions.Ops.Http;

/// <summary>Settings of the HTTP interface (section <c>Http</c>).</summary>
public sealed record HttpOptions
{
    /// <summary><c>Http:TrustedProxies</c>: who may say for whom it asks; none: nobody.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary><c>Http:PathBase</c>: what a proxy leaves in front of every path, such as <c>/arrfunctions</c>; null: nothing.</summary>
    public string? PathBase { get; init; }

    /// <summary><c>Http:PublicUrl</c>: where people reach the dashboard from outside, for links in messages; null: messages have no links.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary><c>Http:Hsts</c>: whether browsers are told to ask this host by HTTPS alone.</summary>
    public bool Hsts { get; init; }

    /// <summary><c>Http:Cors:Origins</c>: pages of other origins that may read answers; none: no other.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary><c>Http:Certificate</c>: for addresses with https; null: none. The embedded host alone.</summary>
    public CertificateOptions? Certificate { get; init; }
}
