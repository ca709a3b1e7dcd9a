namespace ArrFunctions.Ops.Access;

/// <summary>A key as everybody may know it: everything but its text.</summary>
/// <param name="Id">The first half of the hash, 32 hexadecimal digits. It says nothing about the text, which is 256 random bits.</param>
/// <param name="Name">What people call it; see <see cref="KeyName"/>.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Created">When it was made.</param>
internal sealed record AccessKey(string Id, string Name, Role Role, DateTimeOffset Created);
