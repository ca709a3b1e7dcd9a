using ArrFunctions.Servarr;

namespace ArrFunctions.Setup.Takeover;

/// <summary>How a configuration is taken over.</summary>
/// <param name="Replace">Whether what is stored here and differs is replaced.</param>
/// <param name="Names">What the instance of a service is called here; where none is given, as its service.</param>
internal sealed record TakeoverOptions(bool Replace, IReadOnlyDictionary<ServarrService, string> Names)
{
    public string NameOf(ServarrService service) => Names.GetValueOrDefault(service) ?? FlatInstance.Name(service);
}
