using Xunit.Sdk;

namespace Taushet.Storage.Tests.Support;

/// <summary>A test that is skipped, with the reason, where its class or method needs a server that is not there.</summary>
/// <remarks>The contracts use it: their tests are inherited by the classes of stores that need a server.</remarks>
[XunitTestCaseDiscoverer("Taushet.Storage.Tests.Support.StoreFactDiscoverer", "Taushet.Storage.Tests")]
public sealed class StoreFactAttribute : FactAttribute;

/// <summary>The same for a test with data.</summary>
[XunitTestCaseDiscoverer("Taushet.Storage.Tests.Support.StoreTheoryDiscoverer", "Taushet.Storage.Tests")]
public sealed class StoreTheoryAttribute : TheoryAttribute;
