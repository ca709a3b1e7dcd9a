using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Platform;

public sealed class MemoryWorkQueueTests : WorkQueueTimeContract
{
    private readonly MemoryWorkQueue queue;

    public MemoryWorkQueueTests() => queue = new(Clock);

    protected override IWorkQueue Queue => queue;

    protected override long MessagesRead => queue.MessagesRead;
}
