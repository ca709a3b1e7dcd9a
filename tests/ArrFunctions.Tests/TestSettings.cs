using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ArrFunctions.Tests;

/// <summary>Switches of the test run, from the environment: longer proofs, other seeds.</summary>
internal static class TestSettings
{
    /// <summary><c>ARRFUNCTIONS_TEST_MUTATIONS</c>: damaged files that the parsers are tried on.</summary>
    public static int Mutations => Number("ARRFUNCTIONS_TEST_MUTATIONS", 20_000);

    /// <summary><c>ARRFUNCTIONS_TEST_INDEXERS</c>: indexers whose ten years are kept and measured.</summary>
    public static int Indexers => Number("ARRFUNCTIONS_TEST_INDEXERS", 3);

    /// <summary><c>ARRFUNCTIONS_TEST_ROWS</c>: rows of a state that is moved.</summary>
    public static int Rows => Number("ARRFUNCTIONS_TEST_ROWS", 5000);

    /// <summary><c>ARRFUNCTIONS_TEST_BATCH</c>: files of the batch that is cut off again and again.</summary>
    public static int BatchFiles => Number("ARRFUNCTIONS_TEST_BATCH", 400);

    /// <summary><c>ARRFUNCTIONS_SOAK_MINUTES</c>: how long a service is kept busy with everything at once.</summary>
    public static int SoakMinutes => Number("ARRFUNCTIONS_SOAK_MINUTES", 1);

    /// <summary><c>ARRFUNCTIONS_TEST_WRONG_KEYS</c>: keys that are tried on a service.</summary>
    public static int WrongKeys => Number("ARRFUNCTIONS_TEST_WRONG_KEYS", 800);

    /// <summary><c>ARRFUNCTIONS_TEST_DRILL_EVENTS</c>: events in a state that is backed up and restored.</summary>
    public static int DrillEvents => Number("ARRFUNCTIONS_TEST_DRILL_EVENTS", 300);

    /// <summary><c>ARRFUNCTIONS_TEST_HOUSEHOLD</c>: jobs and movies of the household whose dashboard is looked at.</summary>
    public static int Household => Number("ARRFUNCTIONS_TEST_HOUSEHOLD", 500);

    /// <summary><c>ARRFUNCTIONS_TEST_THOROUGH=1</c>: also what takes minutes.</summary>
    public static bool IsThorough => Number("ARRFUNCTIONS_TEST_THOROUGH", 0) != 0;

    /// <summary><c>ARRFUNCTIONS_TEST_REWRITE=1</c>: lists that tests compare with are written anew.</summary>
    public static bool IsRewriting => Number("ARRFUNCTIONS_TEST_REWRITE", 0) != 0;

    /// <summary><c>ARRFUNCTIONS_TEST_SEED</c>: makes a random run repeatable; by default every run has another one.</summary>
    public static int Seed { get; } = Number("ARRFUNCTIONS_TEST_SEED", Random.Shared.Next());

    /// <summary><c>ARRFUNCTIONS_TEST_LIMIT_MINUTES</c>: after which a test is cancelled; 0: never.</summary>
    public static int LimitMinutes => Number("ARRFUNCTIONS_TEST_LIMIT_MINUTES", 0);

    /// <summary><c>ARRFUNCTIONS_E2E_URL</c>: a running host that the end-to-end tests are run on as well; null: none.</summary>
    public static string? HostUrl => Text("ARRFUNCTIONS_E2E_URL");

    /// <summary><c>ARRFUNCTIONS_E2E_KEY</c>: an admin key of that host.</summary>
    public static string? HostKey => Text("ARRFUNCTIONS_E2E_KEY");

    /// <summary><c>ARRFUNCTIONS_E2E_MEDIA</c>: a folder that both see; <c>/here=/there</c> where the host sees it elsewhere.</summary>
    public static string? HostMedia => Text("ARRFUNCTIONS_E2E_MEDIA");

    private static int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "Tests have no configuration; this is the one place that reads their switches.")]
    private static string? Text(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;
}
