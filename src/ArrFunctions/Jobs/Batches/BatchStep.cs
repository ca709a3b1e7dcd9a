namespace ArrFunctions.Jobs.Batches;

/// <summary>How far the planning of a batch has come.</summary>
/// <param name="Pages">How many pages there are by now.</param>
/// <param name="IsPlanned">No more will come.</param>
/// <param name="IsCancelling">Nothing more is to be begun.</param>
/// <param name="IsResting">Nothing can be done now: a state is being imported. It is to be asked again in a while.</param>
public sealed record BatchStep(int Pages, bool IsPlanned, bool IsCancelling, bool IsResting = false);
