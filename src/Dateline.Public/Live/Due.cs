namespace Dateline.Public.Live;

/// <summary>What is due to every reader at one position: the frames after it, gathered so that they go out in one write.</summary>
/// <param name="From">The position of the readers it is for.</param>
/// <param name="To">Their position once they have it.</param>
/// <param name="Epoch">The life of the database these numbers are of.</param>
/// <param name="Version">The log's version it was gathered from; with another one it may hold what was taken back since.</param>
/// <param name="Bytes">The events; empty when a reader here has everything.</param>
public sealed record Due(long From, long To, string Epoch, int Version, ReadOnlyMemory<byte> Bytes);
