using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary>The host that <c>--url</c> names, with the key for it.</summary>
internal sealed class RemoteHost : IDisposable
{
    private const string KeyVariable = "ARRFUNCTIONS_API_KEY";
    private const int MostKeyBytes = 4096;

    /// <summary>Most requests move a few MiB; a backup is made and downloaded in one each.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100), BackupPatience = TimeSpan.FromMinutes(30);

    private readonly HttpClient http;

    private RemoteHost(Uri url, string key, TimeSpan patience)
    {
        // A redirect would carry the key to somebody else.
        http = OutgoingHttp.Client(OutgoingHttp.Handler(), "arrfunctions");
        http.BaseAddress = url;
        http.Timeout = patience;
        http.DefaultRequestHeaders.Add("X-Api-Key", key);
        http.DefaultRequestHeaders.Add(CorrelationId.Header, CorrelationId.Current ?? CorrelationId.New());
        State = new(http, TimeProvider.System);
        Name = url.ToString();
    }

    /// <summary>Its address, as it is told to people.</summary>
    public string Name { get; }

    public RemoteState State { get; }

    /// <summary>Makes a backup there.</summary>
    /// <exception cref="StoreException">The host does not.</exception>
    public async Task<BackupView> MakeBackupAsync(CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(new(HttpMethod.Post, "api/maintenance/backup"), cancellationToken);
        return await ReadAsync(() => answer.Content.ReadFromJsonAsync(BackupJson.Default.BackupView, cancellationToken)) is { Name: { } name } view && BackupName.Is(name)
            ? view // Its name becomes that of a file here.
            : throw new StoreException($"{Name} made a backup, and what it calls it is no name of one. Is it an ArrFunctions?");
    }

    /// <summary>The backups there.</summary>
    public async Task<BackupList> ListBackupsAsync(CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(new(HttpMethod.Get, "api/maintenance/backups"), cancellationToken);
        return (await ReadAsync(() => answer.Content.ReadFromJsonAsync(BackupJson.Default.BackupList, cancellationToken)))!;
    }

    /// <summary>Downloads a backup into a new file.</summary>
    public async Task DownloadBackupAsync(string name, Stream file, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(new(HttpMethod.Get, $"api/maintenance/backups/{name}"), cancellationToken);
        await using var content = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[128 * 1024];
        while (await ReadAsync(() => content.ReadAsync(buffer, cancellationToken).AsTask()) is > 0 and var read)
        {
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    /// <summary>Null where no URL is named: then it is the data folder.</summary>
    /// <exception cref="SettingException">The options do not fit each other, or there is no key.</exception>
    public static RemoteHost? Of(ParseResult parsed, Option<string?> url, Option<string?> keyFile, Option<string> data, bool isForBackup = false)
    {
        if (parsed.GetValue(url) is not { } text)
        {
            return parsed.GetValue(keyFile) is null ? null : throw new SettingException("--key-file: it is for a host that --url names.");
        }

        if (parsed.GetResult(data) is { Implicit: false })
        {
            throw new SettingException("--url and --data name two states; leave one of them out.");
        }

        return SettingKinds.Url.TryRead(text, out var address)
            ? new(new Uri($"{address.OriginalString.TrimEnd('/')}/"), Key(parsed.GetValue(keyFile)), isForBackup ? BackupPatience : Patience)
            : throw new SettingException($"--url {SettingKinds.Url.Complaint}.");
    }

    public void Dispose() => http.Dispose();

    /// <summary>For a command that does with less where there is none.</summary>
    /// <exception cref="SettingException">The file cannot be read, or what it holds is no key.</exception>
    public static string? FindKey(string? keyFile) =>
        keyFile is null && Environment.GetEnvironmentVariables()[KeyVariable] is not string { Length: > 0 } ? null : Key(keyFile);

    private async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException)
        {
            throw new StoreException($"What {Name} answers breaks off or is not what an ArrFunctions answers: {failure.Message}", failure);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            try
            {
                var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return answer;
                }

                using (answer)
                {
                    throw new StoreException($"{Name} answers {(int)answer.StatusCode}: {await RemoteState.DetailAsync(answer.Content, cancellationToken)}");
                }
            }
            catch (HttpRequestException failure)
            {
                throw new StoreException($"{Name} does not answer: {failure.Message}", failure);
            }
        }
    }

    private static string Key(string? keyFile)
    {
        var (place, text) = keyFile is null
            ? (KeyVariable, Environment.GetEnvironmentVariables()[KeyVariable] as string)
            : ("--key-file", SmallFile.TryRead(keyFile, MostKeyBytes, out var fault)?.Trim() ?? throw new SettingException($"--key-file: {keyFile} cannot be read: {fault}."));
        return string.IsNullOrEmpty(text) ? throw new SettingException($"--url needs an admin key: set {KeyVariable}, or name a file that holds it with --key-file.")
            : SettingKinds.ApiKey.TryRead(text, out var key) ? key
            : throw new SettingException($"{place} {SettingKinds.ApiKey.Complaint}.");
    }
}
