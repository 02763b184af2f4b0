namespace Dateline.Load;

/// <summary>What a run found. Delays in milliseconds, processor time in microseconds, memory in bytes.</summary>
internal sealed record Figures
{
    public int Readers { get; init; }
    public int Opened { get; set; }
    public int Refused { get; set; }
    public int Dropped { get; set; }

    /// <summary>Stalled readers whom the server, when all is quiet at the end, still holds something for.</summary>
    public int StalledHeld { get; set; }

    public string? FirstRefusal { get; set; }

    /// <summary>Receipts that should have been and were not; numbers that came again; numbers that came after higher ones; numbers not of this run.</summary>
    public long Lost { get; set; }
    public long Doubled { get; set; }
    public long OutOfOrder { get; set; }
    public long Foreign { get; set; }

    public Opening? Opening { get; set; }
    public Delivery? Delivery { get; set; }
    public Memory? Memory { get; set; }
    public StormFigures? Storm { get; set; }

    /// <summary>Whether every reader was served, and received each event once and in order.</summary>
    public bool IsWhole => Opened >= Readers && Refused == 0 && Dropped == 0 && Lost == 0 && Doubled == 0 && OutOfOrder == 0 && Foreign == 0;
}

/// <summary>From the first connection to the last reader served; with what each had missed, where something was published before.</summary>
internal sealed record Opening(double Seconds, double PerSecond, double CpuPerStream, double BytesPerStream, int ShortestRetry, int LongestRetry, double IdleCpuPerSecond, double IdleSendersCpuPerSecond);

/// <summary>The measured events: medians over events of each event's figure, so that one disturbed event says little.</summary>
internal sealed record Delivery(
    int Events, long Deliveries, double Seconds, double PerSecond, double BytesPerDelivery,
    double Median, double P99, double Last, double WorstLast,
    double CpuPerDelivery, double SendersCpuPerDelivery, double CpuOfClientPerDelivery, double ClientShareOfCore,
    double PostMedian, double PostP99, double PostWorst, double PooledP99, string? Refusal);

/// <summary>Pss of the server's processes: before anyone reads, with everyone quiet, after the events, and after everyone has left.</summary>
internal sealed record Memory(long Base, long Idle, long After, long Left, double IdlePerReader, double AfterPerReader);

/// <summary>Everyone gone at once and back at once: until all streams were open, until all had everything, and what the publisher felt.</summary>
internal sealed record StormFigures(double AllOpenAfter, double AllServedAfter, double CpuPerStream, double PostMedian, double PostP99, double PostWorst, int Posts);
