namespace Dateline.Media.Recordings;

/// <summary>
/// ffmpeg and ffprobe. They may read this one file and nothing else by any protocol, and know these containers and codecs alone (no playlists, which would name other files).
/// </summary>
public sealed class Ffmpeg
{
    private const string Containers = "mov,matroska,mp3,aac,wav,w64,ogg,flac";
    private const string Codecs = "h264,hevc,vp8,vp9,libdav1d,av1,mpeg4,mpeg2video,prores,dvvideo,mjpeg,aac,mp3float,mp3,opus,vorbis,flac,alac,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_s16be,pcm_s24be,amrnb,amrwb";

    // A frame of the largest kind takes some tens of megabytes, and a decoder keeps sixteen of them for each of its threads.
    private const long MostMemory = 3L * 1024 * 1024 * 1024;

    // Four hours at the most that is encoded, 5 million bits a second, come to 9 GB.
    private const long MostWritten = 12L * 1024 * 1024 * 1024;

    /// <summary>What is said before a file that is read.</summary>
    private static readonly string[] Reading = ["-v", "error", "-hide_banner", "-protocol_whitelist", "file", "-format_whitelist", Containers, "-codec_whitelist", Codecs];

    private readonly Programs _programs;
    private readonly string? _asking;
    private readonly string? _making;

    /// <param name="folders">Where the programs are looked for; where the system does when left out.</param>
    public Ffmpeg(TimeProvider time, string? folders = null)
    {
        _programs = new Programs(time, folders);
        (_asking, _making) = (_programs.Find("ffprobe"), _programs.Find("ffmpeg"));
    }

    /// <summary>Whether both programs are on this machine.</summary>
    public bool IsHere => _asking is not null && _making is not null;

    /// <summary>Asks what a file is.</summary>
    public Task<Ran> Probe(string file, TimeSpan patience, CancellationToken cancellation) =>
        Run(_asking!, [.. Reading, "-of", "json", "-show_entries", "format=format_name,duration:stream=codec_type,codec_name,profile,pix_fmt,width,height,channels:stream_side_data=rotation:stream_disposition=attached_pic", "-i", $"file:{file}"], patience, cancellation);

    /// <summary>Makes something of a file.</summary>
    /// <param name="made">What to make, as ffmpeg's options for an output, and where.</param>
    public Task<Ran> Make(string file, IReadOnlyList<string> made, TimeSpan patience, CancellationToken cancellation, params IReadOnlyList<string> before) =>
        Run(_making!, ["-nostdin", "-y", .. Reading, .. before, "-i", $"file:{file}", .. made], patience, cancellation);

    private Task<Ran> Run(string program, IEnumerable<string> arguments, TimeSpan patience, CancellationToken cancellation) =>
        _programs.Run(program, arguments, new Bounds(patience, MostMemory, MostWritten), cancellation);
}
