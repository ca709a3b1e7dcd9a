using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Commands.Admin.Doctor;

/// <summary>Whether the file of the state can be used.</summary>
internal static class StateExam
{
    private const string Check = "state";

    private const string IntegritySql = "PRAGMA integrity_check(1)";

    /// <param name="dataFolder">The data folder.</param>
    /// <param name="isDeep">Whether every page is read.</param>
    public static async Task<DoctorFinding> RunAsync(string dataFolder, bool isDeep, CancellationToken cancellationToken)
    {
        var options = new SqliteOptions { Folder = dataFolder };
        if (!Path.Exists(options.DatabasePath) && !File.Exists(options.StopMarkPath))
        {
            return DoctorFinding.Warning(Check, $"There is no state in {dataFolder} yet; the first start of the service makes it.", "--data");
        }

        try
        {
            await using var file = SqliteStateFile.Open(options, NullLogger<SqliteStateFile>.Instance);
            var found = isDeep ? (string)(await file.ReadAsync(static session => session.Scalar(IntegritySql)!, cancellationToken)) : "ok";
            return found is "ok"
                ? DoctorFinding.Right(Check, $"{options.DatabasePath} can be read and has version {SqliteSchema.Version}{(isDeep ? "; every page was checked" : "; --deep checks every page")}.")
                : DoctorFinding.Wrong(Check, new SqliteFailures(options).Damaged(found).Message, "arrfunctions admin restore latest");
        }
        catch (StoreException failure)
        {
            return DoctorFinding.Wrong(Check, failure.Message, failure.IsDamage ? "arrfunctions admin restore latest" : null);
        }
    }
}
