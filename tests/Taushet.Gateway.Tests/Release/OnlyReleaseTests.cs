using Mono.Cecil;
using Mono.Cecil.Cil;
using Taushet.Gateway.Release;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Release;

public sealed class OnlyReleaseTests
{
    /// <summary>
    /// INVARIANT: nothing but the release step makes an answer with information, and it does so only with the receipt of
    /// the stored entry that commits to that information.
    /// </summary>
    [Fact]
    public void Information_IsSetOnlyByTheReleaseStepWithAReceipt()
    {
        using var assembly = AssemblyDefinition.ReadAssembly(typeof(Releasing).Assembly.Location);
        var setters = new[]
        {
            nameof(RequestInformationResponse), nameof(PreviewResponse), nameof(AssessResponse), nameof(PrepareConsultationResponse),
        };

        var makers = assembly.Modules.SelectMany(module => module.GetTypes()).SelectMany(type => type.Methods)
            .Where(method => method.HasBody)
            .Where(method => method.Body.Instructions.Any(instruction =>
                (instruction.OpCode == OpCodes.Newobj || instruction.OpCode == OpCodes.Callvirt || instruction.OpCode == OpCodes.Call)
                && instruction.Operand is MethodReference called
                && setters.Contains(called.DeclaringType.Name)
                && (called.Name == ".ctor" || called.Name.StartsWith("set_", StringComparison.Ordinal))))
            .ToList();

        makers.Count.ShouldBe(4);
        makers.ShouldAllBe(method => method.DeclaringType.FullName == typeof(Releasing).FullName);
        makers.ShouldAllBe(method => method.Parameters[0].ParameterType.Name == "AuditReceipt");
    }
}
