using Dateline.Import.Sources;

namespace Dateline.Import.Pages;

/// <summary>What reading a body needs besides the body: where addresses lead, and whom to tell of what could not be kept.</summary>
internal sealed record BodyContext(Addresses Addresses, Remarks Remarks, int Line)
{
    public void Remark(string text) => Remarks.Add(Line, text);
}
