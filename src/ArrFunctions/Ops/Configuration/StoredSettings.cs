using System.Text.Json;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Configuration;

/// <summary>What was set at run time: one row, so that a change is made whole or not at all. Secrets are encrypted.</summary>
internal sealed class StoredSettings(ITableStore tables, SecretBox secrets)
{
    public const string Table = "Settings";
    public const string Partition = "settings";
    private const string Row = "current";
    private const int MaxContent = TableRules.MaxContentBytes - 1024;

    /// <exception cref="StoreException">The state cannot be read.</exception>
    public async Task<StoredValues> ReadAsync(CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, Partition, Row, cancellationToken) is { } row
            ? new(JsonSerializer.Deserialize(row.Content, ConfigurationJson.Default.StoredRow)!.Values, row.ETag)
            : StoredValues.None;

    /// <summary>
    /// The values as a source of settings. One that cannot be decrypted, or is no setting (any more), is told and left out; <c>_FILE</c> is none: a state file that somebody else made would have
    /// files of this machine read.
    /// </summary>
    public IReadOnlyList<SettingEntry> Open(StoredValues values, Findings findings)
    {
        var entries = new List<SettingEntry>();
        foreach (var (key, texts) in values.Texts)
        {
            if (SettingCatalogue.Find(key) is not { } known)
            {
                findings.Warn("storedLeftOut", $"{key} (stored) is no setting and is left out. The next change of a stored setting removes it.", new(SettingSource.Stored, key, "stored", Text: null));
                continue;
            }

            try
            {
                var opened = texts.Select(text => SecretBox.IsProtected(text) ? secrets.Unprotect(key, text) : text).ToList();
                var isList = known is { Setting.IsList: true, Item: null };
                entries.AddRange(opened.Select((text, place) => new SettingEntry(
                    SettingSource.Stored, isList ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key}:{place}") : key, "stored", text)));
            }
            catch (SecretBoxException failure)
            {
                findings.Warn("storedLeftOut", failure.Message, new(SettingSource.Stored, key, "stored", Text: null));
            }
        }

        return entries;
    }

    /// <summary>A value as it may be stored.</summary>
    /// <exception cref="SecretBoxException">There is no key, and none can be made.</exception>
    public IReadOnlyList<string> Protect(KnownKey known, IReadOnlyList<string> texts) =>
        known.Setting.IsSecret ? [.. texts.Select(text => secrets.Protect(known.Key, text))] : texts;

    /// <summary>Writes all values, and what is told of it.</summary>
    /// <returns>False when somebody else wrote them since they were read, or there are too many.</returns>
    public async Task<bool> TryWriteAsync(StoredValues values, OutboxSignal signal, IReadOnlyCollection<EventRecord> told, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.Serialize(new StoredRow(values.Texts), ConfigurationJson.Default.StoredRow);
        return await tables.TryWriteAsync(signal, (Table, Partition, Row), content, values.ETag, told, cancellationToken);
    }

    /// <summary>Whether so much can be kept.</summary>
    public static bool Fits(StoredValues values) =>
        JsonSerializer.SerializeToUtf8Bytes(new StoredRow(values.Texts), ConfigurationJson.Default.StoredRow).Length <= MaxContent;

    /// <summary>Writes what is told of the configuration and changes no value.</summary>
    public async Task TellAsync(OutboxSignal signal, EventRecord told, CancellationToken cancellationToken)
    {
        await tables.CommitAsync(Table, Partition, [Outbox.Row(told)], cancellationToken);
        signal.Set();
    }
}

/// <param name="Texts">By key in the catalogue's spelling: one text, or those of a list. Secrets are encrypted.</param>
/// <param name="ETag">Null: nothing was stored yet.</param>
internal sealed record StoredValues(IReadOnlyDictionary<string, IReadOnlyList<string>> Texts, string? ETag)
{
    public static StoredValues None { get; } = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), ETag: null);

    /// <summary>Without the texts.</summary>
    public override string ToString() => $"{Texts.Count} values";
}

/// <summary>The row.</summary>
internal sealed record StoredRow(IReadOnlyDictionary<string, IReadOnlyList<string>> Values);
