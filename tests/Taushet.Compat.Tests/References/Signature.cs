using Mono.Cecil;

namespace Taushet.Compat.Tests.References;

/// <summary>Writes what the runtime compares when it looks for a member: name, arity, types, and struct or class.</summary>
internal static class Signature
{
    public static string Of(MethodReference method)
    {
        var parameters = string.Join(", ", method.Parameters.Select(parameter => Of(parameter.ParameterType)));
        var owner = method.HasThis ? "" : "static ";
        return $"{owner}{Of(method.ReturnType)} {method.Name}`{method.GenericParameters.Count}({parameters})";
    }

    public static string Of(FieldReference field) => $"{Of(field.FieldType)} {field.Name}";

    /// <summary>What an override must repeat for its generic parameters.</summary>
    public static string ConstraintsOf(MethodReference method) => string.Join(
        "; ",
        method.GenericParameters.Select(parameter =>
            $"{parameter.Attributes & GenericParameterAttributes.SpecialConstraintMask}"
            + string.Concat(parameter.Constraints.Select(constraint => $" {Of(constraint.ConstraintType)}"))));

    private static string Of(TypeReference type) => type switch
    {
        GenericParameter { Type: GenericParameterType.Method } parameter => $"!!{parameter.Position}",
        GenericParameter parameter => $"!{parameter.Position}",
        GenericInstanceType generic => $"{Of(generic.ElementType)}<{string.Join(", ", generic.GenericArguments.Select(Of))}>",
        ArrayType array => $"{Of(array.ElementType)}[{array.Rank}]",
        ByReferenceType reference => $"{Of(reference.ElementType)}&",
        RequiredModifierType modifier => $"{Of(modifier.ElementType)} modreq({modifier.ModifierType.FullName})",
        _ => $"{(type.IsValueType ? "struct" : "class")} {type.FullName}",
    };
}
