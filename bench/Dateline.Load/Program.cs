using System.Text.Json;
using Dateline.Load;
using Dateline.Load.Yardsticks;

var arguments = new ConfigurationBuilder().AddCommandLine(args.Skip(1).ToArray()).Build();
switch (args.FirstOrDefault())
{
    case "run":
        var plan = arguments.Get<Plan>(options => options.ErrorOnUnknownConfiguration = true) ?? new Plan();
        using (var run = new Run(plan))
        {
            var figures = run.Measure();
            Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
            return figures.IsWhole ? 0 : 1;
        }
    case "floor":
        Floor.Run(arguments.GetValue("port", 8100), arguments.GetValue("threads", 1));
        return 0;
    case "obvious":
        await Obvious.Run(arguments.GetValue("port", 8101));
        return 0;
    case "page":
        await Page.Run(arguments.GetValue("port", 8102), arguments["file"] ?? "", arguments["encoding"] ?? "gzip");
        return 0;
    default:
        await Console.Error.WriteLineAsync("dateline-load run --url … --publish … | floor --port P --threads T | obvious --port P | page --port P --file F --encoding gzip; see bench/README.md.");
        return 2;
}
