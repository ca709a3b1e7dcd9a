using System.Security.Authentication;

namespace ArrFunctions.Servarr;

/// <summary>The certificate of an instance is not taken.</summary>
/// <param name="why">What is wrong with it and what to do; goes on where the sentence has named the instance.</param>
internal sealed class UntrustedCertificateException(string why) : AuthenticationException(why);
