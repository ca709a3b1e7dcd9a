using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Jobs;

/// <summary>Ids are kept for years: the values here, which sha256sum gives too, never change.</summary>
public sealed class JobIdTests
{
    [Fact]
    public void The_id_of_a_file_of_an_instance_stays_what_it_is() =>
        Assert.Equal("ed3229501620dfb43a716a8b6a009c0f", JobId.Of(JobKind.Audio, "sonarr", 42, "/tv/Dark/Dark S01E01.mkv", 1234567890));

    [Theory]
    [InlineData("5310a58788781ab25d5ad7c3f8503582", "a", "bc")]
    [InlineData("9a1481f8ea3ef4d1207813bde5d688a7", "Über")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb924")]
    public void The_hash_of_parts_stays_what_it_is(string expected, params string[] parts) => Assert.Equal(expected, JobId.Hash(parts));

    [Fact]
    public void Parts_do_not_run_together()
    {
        string[] ids = [JobId.Hash("ab", "c"), JobId.Hash("a", "bc"), JobId.Hash("abc"), JobId.Hash("abc", ""), JobId.Hash("", "abc"), JobId.Hash("1:a", "bc")];

        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_part_of_a_subject_counts()
    {
        string[] ids =
        [
            JobId.Of(JobKind.Audio, "a", 1, "/p", 1), JobId.Of(JobKind.Audio, "b", 1, "/p", 1), JobId.Of(JobKind.Audio, "a", 2, "/p", 1),
            JobId.Of(JobKind.Audio, "a", 1, "/q", 1), JobId.Of(JobKind.Audio, "a", 1, "/p", 2),
        ];

        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef", true)]
    [InlineData("0123456789ABCDEF0123456789abcdef", false)]
    [InlineData("0123456789abcdef0123456789abcde", false)]
    [InlineData("0123456789abcdef0123456789abcdef0", false)]
    [InlineData("0123456789abcdef0123456789abcd/f", false)]
    [InlineData("", false)]
    public void An_id_is_32_hexadecimal_digits(string text, bool isId) => Assert.Equal(isId, JobId.IsId(text));

    [Theory]
    [InlineData("00", "00")]
    [InlineData("1f", "1f")]
    [InlineData("20", "00")]
    [InlineData("ff", "1f")]
    public void An_id_tells_its_partition(string first, string partition) => Assert.Equal(partition, JobId.PartitionOf(first + new string('0', 30)));

    [Fact]
    public void New_ids_are_ids_that_differ()
    {
        Assert.True(JobId.IsId(JobId.New()));
        Assert.NotEqual(JobId.New(), JobId.New(), StringComparer.Ordinal);
    }
}
