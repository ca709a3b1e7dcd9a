namespace ArrFunctions.Ops.State;

/// <summary>What should hold state does not, or not whole. The message is a sentence for the user.</summary>
internal sealed class StateFileException(string message, Exception? innerException = null) : Exception(message, innerException);
