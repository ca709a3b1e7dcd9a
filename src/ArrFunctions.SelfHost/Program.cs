using ArrFunctions.SelfHost.Commands;

return await CommandLine.RunAsync(args);
