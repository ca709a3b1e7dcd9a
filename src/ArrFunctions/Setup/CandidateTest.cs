using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Setup;

/// <summary>Asks an instance that nobody configured yet, once.</summary>
internal sealed class CandidateTest(ConnectionCheck check, Live<ServarrOptions> servarr)
{
    /// <returns>What was found, or a code and a sentence that tell why nobody was asked.</returns>
    public async Task<(ConnectionReport? Report, (string Code, string Sentence)? Refusal)> RunAsync(CandidateBody wanted, CancellationToken cancellationToken)
    {
        var known = servarr.Value.Instances.FirstOrDefault(instance => instance.Name.Equals(wanted.Instance, StringComparison.OrdinalIgnoreCase));
        if (wanted.Instance is { } name && known is null)
        {
            return (null, ("unknownInstance", KnownInstances.Unknown(name, servarr.Value)));
        }

        var (candidate, refusal) = Read(wanted, known);
        return candidate is null ? (null, refusal) : (ConnectionReport.Of(candidate, await check.RunAsync(candidate, cancellationToken)), null);
    }

    private static (Instance? Candidate, (string Code, string Sentence)? Refusal) Read(CandidateBody wanted, Instance? known)
    {
        var authority = known?.CertificateAuthority;
        if (!SettingKinds.Choice<ServarrService>().TryRead(wanted.Service ?? known?.Service.ToString() ?? "", out var service))
        {
            return (null, ("serviceInvalid", "service is none of sonarr, radarr and prowlarr."));
        }

        if (!SettingKinds.Url.TryRead((wanted.Url ?? known?.Url.OriginalString ?? "").Trim(), out var url))
        {
            return (null, ("urlInvalid", $"url {SettingKinds.Url.Objection?.Invoke((wanted.Url ?? "").Trim()) ?? SettingKinds.Url.Complaint}."));
        }

        if (wanted.CertificateAuthority is { Length: > 0 } file && !CertificateAuthority.Kind.TryRead(file, out authority))
        {
            return (null, ("authorityInvalid", $"certificateAuthority {CertificateAuthority.Kind.Objection!(file) ?? CertificateAuthority.Kind.Complaint}."));
        }

        if (wanted.ApiKey is null && (known is null || !KeptSecrets.IsSameServer(url.OriginalString, known.Url.OriginalString)))
        {
            return (null, ("keyNeeded", known is null
                ? "apiKey is missing: the key of the application, as Settings > General shows it."
                : $"{url.OriginalString} is another address than {known.Name} has, and a saved key is sent to no new one. Give its API key once more."));
        }

        var key = wanted.ApiKey ?? known!.ApiKey;
        return key.Length == 0 || !SettingKinds.ApiKey.TryRead(key, out _)
            ? (null, ("keyInvalid", $"apiKey {SettingKinds.ApiKey.Complaint}, or is empty."))
            : (new() { Name = known?.Name ?? FlatInstance.Name(service), Service = service, Url = url, ApiKey = key, CertificateAuthority = authority }, null);
    }
}
