namespace ArrFunctions.SelfHost.Commands;

/// <summary>A setting or an option has a value that means nothing; the message names it and tells what is allowed.</summary>
internal sealed class SettingException(string message) : Exception(message);
