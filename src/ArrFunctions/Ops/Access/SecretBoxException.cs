namespace ArrFunctions.Ops.Access;

/// <summary>A secret cannot be encrypted or decrypted. The message is a sentence for the user, without a word of the secret or the key.</summary>
internal sealed class SecretBoxException(string message, Exception? innerException = null) : Exception(message, innerException);
