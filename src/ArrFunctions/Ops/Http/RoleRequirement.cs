using ArrFunctions.Ops.Access;
using Microsoft.AspNetCore.Builder;

namespace ArrFunctions.Ops.Http;

/// <summary>Which role a route asks for; a route that names none asks for <see cref="Role.Admin"/>.</summary>
internal static class RoleRequirement
{
    /// <summary>Name of the authorization policy of a role.</summary>
    public static string Policy(Role role) => role.ToString();

    public static TBuilder Requires<TBuilder>(this TBuilder route, Role role)
        where TBuilder : IEndpointConventionBuilder => route.RequireAuthorization(Policy(role));
}
