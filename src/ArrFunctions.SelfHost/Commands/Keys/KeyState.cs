using System.CommandLine;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Commands.Keys;

/// <summary>The keys of a data folder, for the length of one command.</summary>
internal static class KeyState
{
    public const string Actor = "cli";

    /// <summary>For a command that makes or changes keys: there is an admin key from then on, as after the first start of the service.</summary>
    public static async Task<ProductState> OpenAsync(string dataFolder, ArrFunctionsOptions options, CancellationToken cancellationToken)
    {
        var state = ProductState.Open(dataFolder, options);
        try
        {
            await new InitialKey(state.Get<KeyStore>(), Path.GetFullPath(dataFolder), NullLogger<InitialKey>.Instance).StartAsync(cancellationToken);
            return state;
        }
        catch
        {
            await state.DisposeAsync();
            throw;
        }
    }

    /// <summary>By its id or its name.</summary>
    public static async Task<AccessKey?> FindAsync(KeyStore keys, string wanted, CancellationToken cancellationToken)
    {
        var all = await keys.ListAsync(cancellationToken);
        return all.FirstOrDefault(key => key.Id == wanted) ?? all.FirstOrDefault(key => KeyName.Hash(key.Name) == KeyName.Hash(wanted));
    }

    public static int Unknown(string wanted)
    {
        Terminal.Error($"There is no key with the name or id '{Terminal.Printable(wanted)}'; keys list shows those that there are.");
        return ExitCode.Failure;
    }

    public static Argument<string> Key() => new("KEY") { Description = "Name or id of the key, as keys list shows them." };
}
