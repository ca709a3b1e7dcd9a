using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Tests.Storage;

public sealed class SqliteTableScanDeleteJournalTests() : SqliteTableScanContract(SqliteJournal.Delete);
