using ArrFunctions.Benchmarks;

return await BenchmarkCommand.Build().Parse(args).InvokeAsync();
