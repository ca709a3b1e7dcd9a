using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Access;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(CamelCaseEnum<Role>)])]
[JsonSerializable(typeof(AccessKey))]
[JsonSerializable(typeof(KeyList))]
[JsonSerializable(typeof(NewKey))]
[JsonSerializable(typeof(CreatedKey))]
[JsonSerializable(typeof(KeyUse))]
[JsonSerializable(typeof(RotationRequest))]
internal sealed partial class KeyJson : JsonSerializerContext;
