using System.CommandLine;
using Dateline.Server.Commands;

// What `dateline` can do, one command a line.
var dateline = new RootCommand("Dateline: live coverage for newsrooms.")
{
    Serve.Command(),
    Import.Command(),
    Export.Command(),
    CoverageCommands.Command(),
    PostCommands.Command(),
    MediaCommands.Command(),
    UserCommands.Command(),
    TokenCommands.Command(),
};
return await CommandLine.Run(dateline, args);
