using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ArrFunctions.Ops.State;

/// <summary>SHA-256 over rows in order: of each its partition key, row key and content, in UTF-8, each with its length before it in 4 bytes, the highest first.</summary>
internal sealed class RowHash : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] buffer = new byte[4096];

    public long Rows { get; private set; }

    public void Add(string partitionKey, string rowKey, string content)
    {
        Add(partitionKey);
        Add(rowKey);
        Add(content);
        Rows++;
    }

    /// <summary>The digest of all rows so far, 64 hexadecimal digits; the next row begins anew.</summary>
    public string Finish()
    {
        Rows = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => hash.Dispose();

    private void Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (buffer.Length < length + sizeof(int))
        {
            buffer = new byte[length + sizeof(int)];
        }

        BinaryPrimitives.WriteInt32BigEndian(buffer, length);
        Encoding.UTF8.GetBytes(text, buffer.AsSpan(sizeof(int)));
        hash.AppendData(buffer.AsSpan(0, length + sizeof(int)));
    }
}
