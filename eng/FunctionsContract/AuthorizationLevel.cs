namespace Microsoft.Azure.Functions.Worker;

/// <summary>Whole, so that a test can tell the level in use from the others.</summary>
public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}
