namespace Dateline.Media.Originals;

/// <summary>Copies of originals on this machine, to make renditions from: at most so many bytes, beside what is in use. The copy not used for longest goes; the store has them all.</summary>
internal sealed class NearCopies
{
    private readonly string _folder;
    private readonly long _most;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Copy> _copies = [];
    private long _bytes;
    private long _uses;

    public NearCopies(string folder, long most)
    {
        (_folder, _most) = (folder, most);
        Directory.CreateDirectory(folder);
        // Who used them last was not kept; the oldest go first.
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().OrderBy(file => file.LastWriteTimeUtc)) Enter(file.Name, file.Length);
        MakeRoom();
    }

    /// <summary>The copy, held until it is given back; null when there is none.</summary>
    public Loan? Borrow(string hash)
    {
        lock (_lock)
        {
            if (!_copies.TryGetValue(hash, out var copy)) return null;
            if (File.Exists(At(hash))) return Lend(copy);
            // Somebody emptied the folder.
            Leave(copy);
            return null;
        }
    }

    /// <summary>Moves a whole file in.</summary>
    public void Take(string arrived, string hash)
    {
        var bytes = new FileInfo(arrived).Length;
        MediaFolder.Land(arrived, At(hash));
        lock (_lock)
        {
            if (!_copies.ContainsKey(hash)) Enter(hash, bytes);
            MakeRoom();
        }
    }

    private void Enter(string hash, long bytes)
    {
        _bytes += bytes;
        _copies[hash] = new Copy(hash, bytes) { Used = ++_uses };
    }

    private Loan Lend(Copy copy)
    {
        copy.Held++;
        copy.Used = ++_uses;
        return new Loan(At(copy.Hash), () =>
        {
            lock (_lock)
            {
                copy.Held--;
                MakeRoom();
            }
        });
    }

    private void MakeRoom()
    {
        while (_bytes > _most && _copies.Values.Where(copy => copy.Held == 0).MinBy(copy => copy.Used) is { } oldest)
        {
            File.Delete(At(oldest.Hash));
            Leave(oldest);
        }
    }

    private void Leave(Copy copy)
    {
        _copies.Remove(copy.Hash);
        _bytes -= copy.Bytes;
    }

    private string At(string hash) => Path.Combine(_folder, hash);

    private sealed class Copy(string hash, long bytes)
    {
        public string Hash { get; } = hash;

        public long Bytes { get; } = bytes;

        public int Held { get; set; }

        public long Used { get; set; }
    }
}
