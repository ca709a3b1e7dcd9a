using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Access;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(CamelCaseEnum<Role>)])]
[JsonSerializable(typeof(AccessKey))]
[JsonSerializable(typeof(KeyList))]
[JsonSerializable(typeof(NewKey))]
[JsonSerializable(typeof(CreatedKey))]
internal sealed partial class KeyJson : JsonSerializerContext;
