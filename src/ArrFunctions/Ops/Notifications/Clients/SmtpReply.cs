namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>What a mail server answered (RFC 5321 4.2).</summary>
/// <param name="Lines">The text of each line, without the code.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsSuccess => Code is >= 200 and < 400;

    /// <summary>Another attempt may succeed.</summary>
    public bool IsPassing => Code is >= 400 and < 500;

    public override string ToString() => $"{Code}";
}
