// Reaches the gateway with @grpc/grpc-js and protobufjs alone: nothing of Taushet's own code is used here.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import grpc from '@grpc/grpc-js';
// Importing the loader makes Google's well-known types known to protobufjs.
import { loadFileDescriptorSetFromBuffer } from '@grpc/proto-loader';
import protobuf from 'protobufjs';

export const repository = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..', '..');

const types = new protobuf.Root();
types.resolvePath = (_, target) => (target.startsWith('google/protobuf/') ? target : join(repository, 'protos', target));
types.loadSync(
  ['taushet/v1/sharing.proto', 'grpc/health/v1/health.proto', 'grpc/reflection/v1/reflection.proto', 'google/rpc/error_details.proto', 'google/rpc/status.proto'],
  { keepCase: false },
);

export const type = (name) => types.lookupType(name);

// Decodes with enum members by name and bytes as buffers; absent stays absent.
export const decode = (name, bytes) =>
  type(name).toObject(type(name).decode(bytes), { enums: String, longs: String, bytes: Buffer });

export function connect(address) {
  return new grpc.Client(address, grpc.credentials.createInsecure());
}

// One unary call. The answer is kept as the bytes that came over the wire.
export function call(client, path, requestType, request, { token, deadline = 10_000 } = {}) {
  const message = type(requestType);
  const metadata = token === undefined ? new grpc.Metadata() : tokenMetadata(token);
  return new Promise((resolve) => {
    const seen = { error: undefined, answer: undefined, headers: undefined, status: undefined };
    const running = client.makeUnaryRequest(
      path,
      (value) => Buffer.from(message.encode(message.fromObject(value)).finish()),
      (bytes) => bytes,
      request,
      metadata,
      { deadline: Date.now() + deadline },
      (error, answer) => {
        seen.error = error ?? undefined;
        seen.answer = answer;
      },
    );
    running.on('metadata', (headers) => { seen.headers = headers; });
    running.on('status', (status) => {
      seen.status = status;
      setImmediate(() => resolve(seen));
    });
  });
}

// One bidirectional stream: sends everything, closes its side, and keeps what comes back as the bytes on the wire.
export function stream(client, path, requestType, requests, { token, deadline = 30_000 } = {}) {
  const message = type(requestType);
  const metadata = token === undefined ? new grpc.Metadata() : tokenMetadata(token);
  return new Promise((resolve) => {
    const messages = [];
    const running = client.makeBidiStreamRequest(
      path,
      (value) => Buffer.from(message.encode(message.fromObject(value)).finish()),
      (bytes) => bytes,
      metadata,
      { deadline: Date.now() + deadline },
    );
    running.on('data', (bytes) => messages.push(bytes));
    running.on('error', () => {});
    running.on('status', (status) => setImmediate(() => resolve({ messages, status })));
    for (const request of requests) running.write(request);
    running.end();
  });
}

// A client made of nothing but descriptors: what a tool has that knows the server by reflection alone.
export function clientFrom(files, service, address) {
  const set = Buffer.concat(files.map((file) => protobuf.Writer.create().uint32(10).bytes(file).finish()));
  const loaded = grpc.loadPackageDefinition(loadFileDescriptorSetFromBuffer(set, { longs: String, enums: String }));
  const Client = service.split('.').reduce((within, name) => within[name], loaded);
  return new Client(address, grpc.credentials.createInsecure());
}

export function tokenMetadata(token) {
  const metadata = new grpc.Metadata();
  metadata.set('authorization', `Bearer ${token}`);
  return metadata;
}

// The fields of a message as they stand on the wire: number -> list of raw values.
export function rawFields(bytes) {
  const reader = protobuf.Reader.create(bytes);
  const fields = new Map();
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const tag = reader.uint32();
    const from = reader.pos;
    const value = (tag & 7) === 2 ? Buffer.from(reader.bytes()) : (reader.skipType(tag & 7), Buffer.from(bytes.subarray(from, reader.pos)));
    const all = Buffer.from(bytes.subarray(start, reader.pos));
    fields.set(tag >>> 3, [...(fields.get(tag >>> 3) ?? []), { value, all }]);
  }
  return fields;
}

export function token(dataFolder, organisation) {
  return execFileSync(join(repository, 'taushet'), ['token', '--org', organisation, '--data', dataFolder], { encoding: 'utf8' }).trim();
}

export const readRequest = (dataFolder, name) => JSON.parse(readFileSync(join(dataFolder, 'requests', `${name}.json`), 'utf8'));
