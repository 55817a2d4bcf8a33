using System.Reflection;
using Google.Protobuf.Reflection;
using Taushet.Core.Vocabulary;

namespace Taushet.Contract.Tests.Vocabulary;

/// <summary>Compares an enum of the core with one of the contract: names, numbers and codes.</summary>
internal static class CoreAgreement
{
    public static IReadOnlyDictionary<string, Type> CoreEnums { get; } = typeof(CodeAttribute).Assembly
        .GetExportedTypes()
        .Where(type => type.IsEnum && type.Namespace == typeof(CodeAttribute).Namespace)
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static IReadOnlyList<string> MembersOf(EnumDescriptor contract) =>
        [.. contract.Values
            .Where(value => value.Number != 0)
            .Select(value => Line(NameInCode(contract, value), value.Number, EnumCodes.CodeOf(value)))];

    public static IReadOnlyList<string> MembersOf(Type core) =>
        [.. core.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field =>
                Line(field.Name, (int)field.GetRawConstantValue()!, field.GetCustomAttribute<CodeAttribute>()?.Code))];

    /// <summary>The name the C# generator gives a member: without the enum's prefix, in Pascal case.</summary>
    private static string NameInCode(EnumDescriptor contract, EnumValueDescriptor value) =>
        Enum.GetName(contract.ClrType, value.Number) ?? value.Name;

    private static string Line(string name, int number, string? code) => $"{name} = {number} ({code})";
}
