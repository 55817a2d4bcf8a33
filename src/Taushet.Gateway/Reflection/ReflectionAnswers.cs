using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace Taushet.Gateway.Reflection;

/// <summary>Answers the questions of one stream; remembers which files it has sent.</summary>
/// <param name="schema">What is told of.</param>
internal sealed class ReflectionAnswers(ServedSchema schema)
{
    private readonly HashSet<FileDescriptor> sent = [];

    /// <summary>Answers one question.</summary>
    public ServerReflectionResponse To(ServerReflectionRequest asked)
    {
        var answer = new ServerReflectionResponse { ValidHost = asked.Host, OriginalRequest = asked };
        switch (asked.MessageRequestCase)
        {
            case ServerReflectionRequest.MessageRequestOneofCase.FileByFilename:
                Tell(answer, schema.File(asked.FileByFilename));
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol:
                Tell(answer, schema.FileOf(asked.FileContainingSymbol));
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingExtension:
                var extension = asked.FileContainingExtension;
                Tell(answer, schema.FileOf(extension.ContainingType, extension.ExtensionNumber));
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType:
                Tell(answer, asked.AllExtensionNumbersOfType, schema.ExtensionsOf(asked.AllExtensionNumbersOfType));
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.ListServices:
                answer.ListServicesResponse = new ListServiceResponse
                {
                    Service = { schema.Services.Select(name => new ServiceResponse { Name = name }) },
                };
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.None:
                answer.ErrorResponse = Error(StatusCode.InvalidArgument, "The question is missing.");
                break;
        }

        return answer;
    }

    // The file asked for comes whenever it is asked for; what it imports comes once on a stream.
    private void Tell(ServerReflectionResponse answer, FileDescriptor? file)
    {
        if (file is null)
        {
            answer.ErrorResponse = NotFound();
            return;
        }

        sent.Remove(file);
        answer.FileDescriptorResponse = new FileDescriptorResponse
        {
            FileDescriptorProto = { ServedSchema.Needed(file).Where(sent.Add).Select(needed => needed.SerializedData) },
        };
    }

    private static void Tell(ServerReflectionResponse answer, string type, IReadOnlyList<int>? numbers)
    {
        if (numbers is null)
        {
            answer.ErrorResponse = NotFound();
            return;
        }

        answer.AllExtensionNumbersResponse = new ExtensionNumberResponse { BaseTypeName = type, ExtensionNumber = { numbers } };
    }

    private static ErrorResponse NotFound() => Error(StatusCode.NotFound, "Nothing of this name is served.");

    private static ErrorResponse Error(StatusCode code, string text) => new() { ErrorCode = (int)code, ErrorMessage = text };
}
