using System.Security.Cryptography;
using System.Text;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Tells settings of a target from others that it had: two bytes of their hash, which are enough to notice a change, and too few to find a password by.</summary>
internal static class TargetMark
{
    public static string Of(NotificationTarget target) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', target.Kind, target.Url.OriginalString, target.Token, target.User, target.From, string.Join(',', target.To), target.Tag))).AsSpan(0, 2));
}
