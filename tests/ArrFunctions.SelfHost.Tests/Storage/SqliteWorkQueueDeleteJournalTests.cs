using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Tests.Storage;

public sealed class SqliteWorkQueueDeleteJournalTests() : SqliteWorkQueueContract(SqliteJournal.Delete);
