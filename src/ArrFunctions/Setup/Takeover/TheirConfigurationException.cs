namespace ArrFunctions.Setup.Takeover;

/// <summary>What another program left cannot be read; the message is a sentence for people, and never holds a secret.</summary>
internal sealed class TheirConfigurationException(string message, Exception? inner = null) : Exception(message, inner);
