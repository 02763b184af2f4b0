using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Dateline.Testing;

/// <summary>PDF files made for tests: each page says its number, in large letters.</summary>
public static class Papers
{
    /// <summary>Whether documents can be read on this machine.</summary>
    public static bool AreHere { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdfinfo")) && File.Exists(Path.Combine(folder, "pdftoppm")));

    public const string NotHere = "poppler is not here; install the package poppler-utils";

    /// <param name="says">What it says of itself, as a PDF writes it: <c>/Title (Gate 4)</c>.</param>
    /// <param name="trailer">What stands in its trailer beside what must.</param>
    /// <param name="catalog">What it says of all of itself: <c>/OpenAction 5 0 R</c>.</param>
    /// <param name="more">Objects beside those of its pages.</param>
    public static byte[] Pdf(int pages = 1, string says = "", string trailer = "", int seed = 1, string catalog = "", params string[] more)
    {
        var objects = new List<string>
        {
            $"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
            $"<< /Type /Pages /Kids [{string.Join(' ', Enumerable.Range(0, pages).Select(page => $"{5 + (page * 2)} 0 R"))}] /Count {pages} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            $"<< {says} >>",
        };
        for (var page = 1; page <= pages; page++)
        {
            var text = $"BT /F1 96 Tf 60 600 Td (Page {page}) Tj ET {seed % 10 / 10.0:0.0} 0.4 0.6 rg 60 {seed % 400} 200 100 re f";
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {objects.Count + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
            objects.Add($"<< /Length {text.Length} >>\nstream\n{text}\nendstream");
        }
        objects.AddRange(more);
        var (file, offsets) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>Objects packed into a stream, as most programs write them.</summary>
    public static string Packed(string objects, string says = "/Filter /FlateDecode", int times = 1)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            for (var time = 0; time < times; time++) zip.Write(Encoding.Latin1.GetBytes(objects));
        return $"<< /Type /ObjStm /N 1 /First 4 {says} /Length {packed.Length} >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream";
    }

    /// <summary>One that asks for a password.</summary>
    public static byte[] Locked() => Pdf(trailer: $"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{new string('a', 64)}> /U <{new string('b', 64)}> /P -4 >> /ID [<{new string('0', 32)}> <{new string('0', 32)}>]");

    public static byte[] CutOff() => Pdf(3)[..700];
}
