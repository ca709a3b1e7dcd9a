namespace ArrFunctions.Demo.Mp4;

/// <summary>
/// A <c>kind</c> box in a track's <c>udta</c> (ISO 14496-12, 8.10.4), such as <c>urn:mpeg:dash:role:2011</c> and <c>commentary</c>.
/// </summary>
public sealed record Mp4Kind(string SchemeUri, string Value);
