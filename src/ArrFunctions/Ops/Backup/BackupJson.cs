using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Backup;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CamelCaseEnum<BackupReason>)])]
[JsonSerializable(typeof(BackupManifest))]
[JsonSerializable(typeof(BackupList))]
[JsonSerializable(typeof(BackupView))]
[JsonSerializable(typeof(BackupAccount))]
[JsonSerializable(typeof(BackupLease))]
internal sealed partial class BackupJson : JsonSerializerContext;
