namespace Dateline.Load.Readers;

/// <summary>Which event numbers a reader has seen: the highest, and which of the 64 up to it.</summary>
internal struct Seen
{
    private ulong _recent;

    /// <summary>The highest number so far.</summary>
    public long Last { get; private set; }

    public long Doubled { get; private set; }

    public long OutOfOrder { get; private set; }

    /// <summary>Notes a number; false when it had been seen.</summary>
    public bool Add(long number)
    {
        if (number > Last)
        {
            _recent = number - Last is var step and < 64 ? (_recent << (int)step) | 1 : 1;
            Last = number;
            return true;
        }
        var bit = Last - number is var back and < 64 ? 1ul << (int)back : 0;
        if (bit == 0 || (_recent & bit) != 0)
        {
            Doubled++;
            return false;
        }
        _recent |= bit;
        OutOfOrder++;
        return true;
    }
}
