using Xunit.Abstractions;
using Xunit.Sdk;

namespace Taushet.Storage.Tests.Support;

/// <summary>A test that finds out, when it is to run, whether it can.</summary>
public sealed class StoreTestCase : XunitTestCase
{
    [Obsolete("For the test framework, which makes it so before it reads it in.")]
    public StoreTestCase()
    {
    }

    public StoreTestCase(
        IMessageSink diagnosticMessageSink,
        TestMethodDisplay defaultMethodDisplay,
        TestMethodDisplayOptions defaultMethodDisplayOptions,
        ITestMethod testMethod,
        object[]? testMethodArguments = null)
        : base(diagnosticMessageSink, defaultMethodDisplay, defaultMethodDisplayOptions, testMethod, testMethodArguments)
    {
    }

    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        SkipReason ??= Needs(TestMethod.TestClass.Class.GetCustomAttributes(typeof(NeedsServerAttribute)))
            ?? Needs(TestMethod.Method.GetCustomAttributes(typeof(NeedsServerAttribute)));
        return base.RunAsync(diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource);
    }

    private static string? Needs(IEnumerable<IAttributeInfo> needs) =>
        needs.Select(need => need.GetNamedArgument<bool>(nameof(NeedsServerAttribute.Original))
                ? TestServer.WhyNotOriginal
                : TestServer.WhyNot)
            .FirstOrDefault(reason => reason is not null);
}
