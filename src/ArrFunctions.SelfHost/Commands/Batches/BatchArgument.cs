using System.CommandLine;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.SelfHost.Service;

namespace ArrFunctions.SelfHost.Commands.Batches;

/// <summary>The batch that a command names.</summary>
internal static class BatchArgument
{
    public static Argument<string> Id() => new("ID") { Description = "The batch, as batch list shows it." };

    /// <summary>Opens the state of a command for a batch; where there is no state, none is made.</summary>
    /// <exception cref="SettingException">There is no batch with this id.</exception>
    public static async Task<(ProductState State, Batch Batch)> OpenAsync(
        string dataFolder, ArrFunctionsOptions options, string id, CancellationToken cancellationToken)
    {
        var state = ProductState.OpenToRead(dataFolder, options);
        try
        {
            return (state, await FindAsync(state, id, cancellationToken));
        }
        catch
        {
            await state.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="SettingException">There is no batch with this id.</exception>
    public static async Task<Batch> FindAsync(ProductState state, string id, CancellationToken cancellationToken) =>
        JobId.IsId(id) && await state.Get<BatchStore>().FindAsync(id, cancellationToken) is var (batch, _)
            ? batch
            : throw new SettingException($"No batch has the id '{id}'; batch list shows them.");

    /// <summary>The batch, with its progress as it is now.</summary>
    public static async Task<BatchView> ViewAsync(ProductState state, Batch batch, CancellationToken cancellationToken) =>
        BatchView.Of(batch, await state.Get<BatchReport>().ProgressAsync(batch, cancellationToken));

    /// <summary>Tells that nothing will happen to a batch for now, where that is so.</summary>
    public static void TellWithoutService(string dataFolder)
    {
        if (!ServiceLock.IsHeld(dataFolder))
        {
            Terminal.Error("No service runs on this data folder; the batch goes on when one does.");
        }
    }
}
