using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Reflection.V1;
using Microsoft.AspNetCore.Routing;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Reflection;

/// <summary>What the reflection service tells over a real call.</summary>
public sealed class ReflectionTests
{
    [Fact]
    public async Task ListServices_WithoutToken_TellsWhatIsMappedNoMoreAndNoLess()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var stream = new ReflectionCall(gateway);

        var answer = await stream.AskAsync(new ServerReflectionRequest { Host = "here", ListServices = "*" });

        var mapped = ((IEndpointRouteBuilder)gateway.Host).DataSources.SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.ServiceName).OfType<string>().Distinct();
        answer.ListServicesResponse.Service.Select(service => service.Name).ShouldBe(mapped, ignoreOrder: true);
        answer.ListServicesResponse.Service.Select(service => service.Name)
            .ShouldBe(
            [
                "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "taushet.v1.AccessLogService", "taushet.v1.ConsentService",
                "taushet.v1.ConsultationService", "taushet.v1.DeliveryService", "taushet.v1.DisclosureService", "taushet.v1.HandTaskService",
                "taushet.v1.HolderInboxService", "taushet.v1.LogControlService", "taushet.v1.LogReportService", "taushet.v1.OrderService",
                "taushet.v1.ParticipantService", "taushet.v1.PendingResultService", "taushet.v1.PolicyService", "taushet.v1.RetentionService", "taushet.v1.SharingService",
                "taushet.v1.StandingDecisionService",
            ]);
        answer.ValidHost.ShouldBe("here");
        answer.OriginalRequest.ListServices.ShouldBe("*");
    }

    [Fact]
    public async Task FileContainingSymbol_OfAService_IsWholeWithoutAnythingElse()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var stream = new ReflectionCall(gateway);

        var files = await stream.FilesAsync(new ServerReflectionRequest { FileContainingSymbol = SharingService.Descriptor.FullName });

        files[0].Name.ShouldBe("taushet/v1/sharing.proto");
        files.Select(file => file.Name).Distinct().Count().ShouldBe(files.Count);
        files.SelectMany(file => file.Dependency).ShouldBeSubsetOf(files.Select(file => file.Name));
        files.ShouldNotContain(file => file.Name == "taushet/v1/source.proto");
        files.Single(file => file.Name == "taushet/v1/sharing.proto").ShouldBe(
            FileDescriptorProto.Parser.ParseFrom(SharingReflection.Descriptor.SerializedData));
        files.Single(file => file.Name == "google/protobuf/descriptor.proto").MessageType.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Files_AskedForAgain_ImportsComeOncePerStreamAndTheFileEachTime()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var stream = new ReflectionCall(gateway);
        var byName = new ServerReflectionRequest { FileByFilename = "taushet/v1/sharing.proto" };
        var first = await stream.FilesAsync(byName);

        (await stream.FilesAsync(byName)).Select(file => file.Name).ShouldBe(["taushet/v1/sharing.proto"]);
        (await stream.FilesAsync(new ServerReflectionRequest { FileByFilename = "taushet/v1/trail.proto" }))
            .Select(file => file.Name).ShouldBe(["taushet/v1/trail.proto"]);
        using var another = new ReflectionCall(gateway);
        (await another.FilesAsync(byName)).ShouldBe(first);
    }

    /// <summary>Every symbol of every file that is served, one question each, found by walking the file as it was sent.</summary>
    [Fact]
    public async Task FileContainingSymbol_EverySymbolOfEveryFile_IsFoundInThatFile()
    {
        await using var gateway = await TestGateway.StartAsync();
        var files = new List<FileDescriptorProto>();
        foreach (var service in new[] { "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "taushet.v1.SharingService" })
        {
            using var stream = new ReflectionCall(gateway);
            files.AddRange(await stream.FilesAsync(new ServerReflectionRequest { FileContainingSymbol = service }));
        }

        var symbols = files.DistinctBy(file => file.Name).SelectMany(file => ProtoSymbols.Of(file).Select(symbol => (symbol, file.Name))).ToList();
        foreach (var few in symbols.Chunk(400))
        {
            using var stream = new ReflectionCall(gateway);
            foreach (var (symbol, file) in few)
            {
                (await stream.FilesAsync(new ServerReflectionRequest { FileContainingSymbol = symbol }))[0].Name.ShouldBe(file, symbol);
            }
        }

        symbols.Count.ShouldBeGreaterThan(1000);
        string[] kinds =
        [
            "taushet.v1.SharingService.RequestInformationBatch", "taushet.v1.Receipt", "taushet.v1.Receipt.nonce",
            "taushet.v1.RequestInformationBatchResponse.message", "taushet.v1.Cell", "taushet.v1.CELL_IDENTITY",
            "taushet.v1.cell", "taushet.v1.access", "google.protobuf.FieldOptions", "grpc.health.v1.HealthCheckResponse.SERVING",
        ];
        kinds.ShouldBeSubsetOf(symbols.Select(symbol => symbol.symbol));
    }

    [Fact]
    public async Task Extensions_ByNumberAndAll_AreTheContractsOptions()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var stream = new ReflectionCall(gateway);

        var onFields = await stream.AskAsync(new ServerReflectionRequest { AllExtensionNumbersOfType = "google.protobuf.FieldOptions" });
        var onReceipts = await stream.AskAsync(new ServerReflectionRequest { AllExtensionNumbersOfType = "taushet.v1.Receipt" });
        var files = await stream.FilesAsync(new ServerReflectionRequest
        {
            FileContainingExtension = new ExtensionRequest { ContainingType = "google.protobuf.MethodOptions", ExtensionNumber = 50103 },
        });

        onFields.AllExtensionNumbersResponse.BaseTypeName.ShouldBe("google.protobuf.FieldOptions");
        onFields.AllExtensionNumbersResponse.ExtensionNumber.ShouldBe([50101, 50102, 50104]);
        onReceipts.AllExtensionNumbersResponse.ExtensionNumber.ShouldBeEmpty();
        files[0].Name.ShouldBe("taushet/v1/options.proto");
    }

    [Fact]
    public async Task Question_WithoutAnswer_IsAnErrorInTheStreamWhichGoesOn()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var stream = new ReflectionCall(gateway);
        ServerReflectionRequest[] unknown =
        [
            new() { FileByFilename = "taushet/v1/source.proto" },
            new() { FileByFilename = "../../etc/passwd" },
            new() { FileByFilename = string.Empty },
            new() { FileContainingSymbol = "taushet.v1.SourceService" },
            new() { FileContainingSymbol = "taushet.v1" },
            new() { FileContainingSymbol = ".taushet.v1.Receipt" },
            new() { FileContainingExtension = new ExtensionRequest { ContainingType = "google.protobuf.FieldOptions", ExtensionNumber = 1 } },
            new() { FileContainingExtension = new ExtensionRequest { ContainingType = "taushet.v1.Receipt", ExtensionNumber = 50101 } },
            new() { AllExtensionNumbersOfType = "taushet.v1.SharingService" },
            new() { AllExtensionNumbersOfType = "no.such.Message" },
        ];
        foreach (var question in unknown)
        {
            var answer = await stream.AskAsync(question);
            answer.ErrorResponse.ErrorCode.ShouldBe((int)StatusCode.NotFound, question.ToString());
            answer.OriginalRequest.ShouldBe(question);
        }

        (await stream.AskAsync(new ServerReflectionRequest { Host = "x" })).ErrorResponse.ErrorCode.ShouldBe((int)StatusCode.InvalidArgument);
        (await stream.AskAsync(new ServerReflectionRequest { ListServices = string.Empty })).ListServicesResponse.ShouldNotBeNull();
        (await stream.EndAsync()).StatusCode.ShouldBe(StatusCode.OK);
    }
}
