namespace ArrFunctions.Platform;

/// <summary>A name leads to an address that is never asked.</summary>
internal sealed class ForbiddenAddressException() : Exception("its address is link-local, of a cloud's metadata service or of no single host, and that is never asked");
