using System.Globalization;
using System.Net;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>The sentences about a target that took nothing. They name it and its host; what else stands in its URL, and what it answered, may be secrets.</summary>
internal static class TargetRefusal
{
    /// <summary>From the status alone, which means the same with every service.</summary>
    public static NotificationException Of(NotificationTarget target, TargetReply reply)
    {
        var code = ((int)reply.Status).ToString(CultureInfo.InvariantCulture);
        return reply.Status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.MethodNotAllowed => Wrong(target, code),
            HttpStatusCode.RequestEntityTooLarge => Final($"{target} finds the message too large ({code}): leave out its files with {target.Variable}__Attach=false"),
            HttpStatusCode.TooManyRequests => new($"{target} gets too many messages ({code}): it is left alone for a while; send it less with Notifications:Rules") { RetryAfter = reply.RetryAfter },
            >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout => new($"{target} failed ({code}): it is asked again later; its own log tells why") { RetryAfter = reply.RetryAfter },
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => Final($"{target} sends callers elsewhere ({code}): set {target.Variable}__Url to where it really is"),
            _ => Final($"{target} did not accept the message ({code}): is {target.Variable}__Kind what answers at {target.Variable}__Url"),
        };
    }

    /// <summary>What answers is something else than its kind says: a page for people, or another program.</summary>
    public static NotificationException Stranger(NotificationTarget target) =>
        Final($"{target} did not answer like that kind of service: check {target.Variable}__Kind and {target.Variable}__Url");

    /// <param name="why">The status, or what stands for it.</param>
    public static NotificationException Wrong(NotificationTarget target, string why) =>
        Final($"{target} refused the message ({why}): the address or the token is wrong; check {target.Variable}__Url and {target.Variable}__Token");

    public static NotificationException Late(NotificationTarget target, TimeSpan longest) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{target} did not answer within {longest.TotalSeconds:0} s: it is asked again later; is it overloaded"));

    public static NotificationException Unreachable(NotificationTarget target, string why, Exception failure) =>
        new($"{target} cannot be reached: {why}; is it running, and is {target.Variable}__Url right", failure);

    public static NotificationException Final(string sentence) => new(sentence) { IsFinal = true };
}
