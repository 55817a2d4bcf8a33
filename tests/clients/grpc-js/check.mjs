// Checks a running demo gateway: node check.mjs ADDRESS DATA_FOLDER. One line a check; the exit code tells.
import { randomBytes } from 'node:crypto';
import { fault, publishedKeys } from './receipt.mjs';
import { call, clientFrom, connect, decode, rawFields, readRequest, stream, token, tokenMetadata } from './gateway.mjs';

const [address, dataFolder] = process.argv.slice(2);
if (!address || !dataFolder) {
  console.error('usage: node check.mjs HOST:PORT DATA_FOLDER (of a running demo)');
  process.exit(2);
}

const client = connect(address);
const sharing = (rpc) => `/taushet.v1.SharingService/${rpc}`;
const health = '/grpc.health.v1.Health/Check';
const code = { OK: 0, INVALID_ARGUMENT: 3, DEADLINE_EXCEEDED: 4, PERMISSION_DENIED: 7, UNIMPLEMENTED: 12, UNAUTHENTICATED: 16 };
let passed = 0;
let failed = 0;

function check(statement, holds, seen) {
  if (holds) passed += 1;
  else failed += 1;
  console.log(`${holds ? 'ok    ' : 'NOT OK'} ${statement}${holds ? '' : ` (seen: ${seen})`}`);
}

const request = (name, options) =>
  call(client, sharing('RequestInformation'), 'taushet.v1.RequestInformationRequest', readRequest(dataFolder, name), options);
const receiverOf = (name) => readRequest(dataFolder, name).inquiry.receiver.organisationNumber;
const tokenFor = (name) => token(dataFolder, receiverOf(name));
const answerOf = (seen) => decode('taushet.v1.RequestInformationResponse', seen.answer);
const groupOf = (answer, cell) => answer.groups.find((group) => group.cells.includes(cell));

async function healthIsServed() {
  const seen = await call(client, health, 'grpc.health.v1.HealthCheckRequest', {});
  check('health answers SERVING without a token',
    seen.status.code === code.OK && decode('grpc.health.v1.HealthCheckResponse', seen.answer).status === 'SERVING', seen.status.code);
  const unknown = await call(client, health, 'grpc.health.v1.HealthCheckRequest', { service: 'no.such.Service' });
  check('health does not know a service that is not there', unknown.status.code === 5, unknown.status.code);
}

async function newSchoolGetsItsLawfulFields() {
  const asked = readRequest(dataFolder, 'new-school').inquiry.needs.map((need) => need.cell);
  const seen = await request('new-school', { token: tokenFor('new-school') });
  check('the new school is answered OK', seen.status.code === code.OK, `${seen.status.code} ${seen.status.details}`);
  check('initial metadata and trailers come', seen.headers !== undefined && seen.status.metadata !== undefined, 'none');
  if (seen.answer === undefined) return;
  const answer = answerOf(seen);
  const told = answer.groups.flatMap((group) => group.cells);
  check('every cell asked for stands in exactly one group',
    asked.every((cell) => told.filter((other) => other === cell).length === 1) && new Set(told).size === told.length, told);
  for (const cell of ['CELL_IDENTITY', 'CELL_CHILD_SCHOOLING', 'CELL_ATTENDANCE']) {
    check(`${cell} is MAY_ON_REQUEST`, groupOf(answer, cell)?.outcome === 'OUTCOME_MAY_ON_REQUEST', groupOf(answer, cell)?.outcome);
  }
  for (const cell of ['CELL_CHILD_EMOTIONS', 'CELL_FAMILY_SITUATION', 'CELL_SIGNS_PARENTING']) {
    check(`${cell} is WITHHOLD`, groupOf(answer, cell)?.outcome === 'OUTCOME_WITHHOLD', groupOf(answer, cell)?.outcome);
  }
  check('the law is cited: oppl § 25-1',
    groupOf(answer, 'CELL_CHILD_SCHOOLING')?.citations?.some((citation) => citation.act === 'oppl' && citation.section === '25-1'),
    JSON.stringify(groupOf(answer, 'CELL_CHILD_SCHOOLING')?.citations));
  check('the school section came', (answer.information?.school?.assessments?.length ?? 0) > 0, 'no assessments');
  check('nothing of the family came', answer.information?.family === undefined && answer.information?.concern === undefined,
    Object.keys(answer.information ?? {}));
  receiptHolds('new-school', seen.answer, answer);
}

// The commitment is to the bytes of `information` as they stood on the wire, not to our own re-encoding of them.
function receiptHolds(name, bytes, answer, note = answer.receipt?.checkpoint?.note) {
  const { receipt } = answer;
  check(`${name}: the receipt is whole`,
    receipt?.logId?.length === 16 && receipt.entryId.length === 16 && receipt.leafHash.length === 32
      && receipt.releaseCommitment.length === 32 && receipt.nonce.length === 32,
    JSON.stringify(Object.keys(receipt ?? {})));
  const released = rawFields(bytes).get(4)?.[0].value ?? Buffer.alloc(0);
  const keys = publishedKeys(dataFolder);
  const broken = fault(receipt, released, keys, note);
  check(`${name}: the receipt proves the bytes on the wire, offline, up to the log's signature`, broken === undefined, broken);
  const spoilt = { ...receipt, entryId: Buffer.alloc(16) };
  check(`${name}: and proves no other entry`, fault(spoilt, released, keys, note) === 'leaf of another entry', fault(spoilt, released, keys, note));
}

const lengthWithout = (fields, left) => [...fields].filter(([number]) => !left.includes(number))
  .flatMap(([, values]) => values).reduce((sum, { all }) => sum + all.length, 0);

async function silenceHasOneShape() {
  const answers = [];
  for (const name of ['silence-shielded', 'silence-no-basis', 'silence-unknown']) {
    const seen = await request(name, { token: tokenFor(name) });
    check(`${name} is answered OK`, seen.status.code === code.OK, `${seen.status.code} ${seen.status.details}`);
    if (seen.answer === undefined) return;
    check(`${name}: nothing came`, rawFields(seen.answer).get(4) === undefined, 'information');
    receiptHolds(name, seen.answer, answerOf(seen));
    answers.push(seen.answer);
  }
  const told = answers.map((bytes) => Buffer.concat(
    [...rawFields(bytes)].filter(([number]) => ![1, 2, 6].includes(number)).flatMap(([, values]) => values.map((value) => value.all))));
  check('shielded, no basis and unknown are byte-identical but for id, time and receipt', told.every((bytes) => bytes.equals(told[0])), 'difference');
  // The proof's length hangs on the entry's place in the log, the checkpoint's on its size and signature: never on the child.
  const lengths = answers.map((bytes) => lengthWithout(rawFields(bytes), [2, 6]) + lengthWithout(rawFields(rawFields(bytes).get(6)[0].value), [8, 9]));
  check('and equally long on the wire, but for the time and the proof', new Set(lengths).size === 1, lengths);
}

async function previewTellsTheLaw() {
  const seen = await call(client, sharing('Preview'), 'taushet.v1.PreviewRequest', readRequest(dataFolder, 'new-school-preview'), { token: tokenFor('new-school-preview') });
  check('a preview is answered OK', seen.status.code === code.OK, `${seen.status.code} ${seen.status.details}`);
  if (seen.answer === undefined) return;
  const answer = decode('taushet.v1.PreviewResponse', seen.answer);
  check('and has a receipt', answer.receipt?.entryId?.length === 16, JSON.stringify(answer.receipt));
  check('and gives nothing without facts on the child, but tells the routes',
    answer.groups.every((group) => group.outcome === 'OUTCOME_WITHHOLD' && group.routes.length > 0),
    answer.groups.map((group) => group.outcome));
}

async function reportIsADuty() {
  const report = readRequest(dataFolder, 'report');
  const seen = await call(client, sharing('Assess'), 'taushet.v1.AssessRequest', report, { token: token(dataFolder, report.inquiry.holder.organisationNumber) });
  check('a report of concern is answered OK', seen.status.code === code.OK, `${seen.status.code} ${seen.status.details}`);
  if (seen.answer === undefined) return;
  const answer = decode('taushet.v1.AssessResponse', seen.answer);
  check('what happened is MUST', groupOf(answer, 'CELL_INCIDENT')?.outcome === 'OUTCOME_MUST', groupOf(answer, 'CELL_INCIDENT')?.outcome);
  check('no approval routine may stop it', groupOf(answer, 'CELL_INCIDENT')?.obligations?.includes('OBLIGATION_IGNORE_APPROVAL_ROUTINE'),
    groupOf(answer, 'CELL_INCIDENT')?.obligations);
  check('each leaf of the content comes back with its outcome', (answer.fields?.length ?? 0) > 0, answer.fields?.length);
}

async function badTokensAreRefused() {
  const real = tokenFor('new-school');
  const [, payload] = real.split('.');
  const none = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
  const flipped = `${real.slice(0, -8)}${real.at(-8) === 'A' ? 'B' : 'A'}${real.slice(-7)}`;
  for (const [what, bad] of [['no token', undefined], ['no JWT', 'abc'], ['alg none', none], ['a flipped signature', flipped]]) {
    const seen = await request('new-school', { token: bad });
    check(`${what}: UNAUTHENTICATED and no answer`, seen.status.code === code.UNAUTHENTICATED && seen.answer === undefined, seen.status.code);
  }
}

async function strangersAreRefused() {
  const seen = await request('new-school', { token: tokenFor('order') });
  check("another organisation's token: PERMISSION_DENIED", seen.status.code === code.PERMISSION_DENIED, `${seen.status.code} ${seen.status.details}`);
}

async function malformedCallsAreExplained() {
  const asked = readRequest(dataFolder, 'new-school');
  asked.inquiry.child = { nationalNumber: '12345678901' };
  asked.inquiry.needs = [];
  const seen = await call(client, sharing('RequestInformation'), 'taushet.v1.RequestInformationRequest', asked, { token: tokenFor('new-school') });
  check('a malformed call: INVALID_ARGUMENT', seen.status.code === code.INVALID_ARGUMENT, `${seen.status.code} ${seen.status.details}`);
  const [details] = seen.status.metadata.get('grpc-status-details-bin');
  check('the trailer grpc-status-details-bin comes', Buffer.isBuffer(details), typeof details);
  if (!Buffer.isBuffer(details)) return;
  const status = decode('google.rpc.Status', details);
  check('it repeats code and message', status.code === code.INVALID_ARGUMENT && status.message === seen.status.details, JSON.stringify(status));
  const packed = status.details?.find((detail) => detail.type_url === 'type.googleapis.com/google.rpc.BadRequest' || detail.typeUrl === 'type.googleapis.com/google.rpc.BadRequest');
  check('it holds a google.rpc.BadRequest', packed !== undefined, JSON.stringify(status.details));
  if (packed === undefined) return;
  const fields = decode('google.rpc.BadRequest', packed.value).fieldViolations.map((violation) => violation.field);
  check('with every violated field', fields.includes('inquiry.child.national_number') && fields.includes('inquiry.needs'), fields);
  check('and without the number', !details.includes('12345678901') && !seen.status.details.includes('12345678901'), 'the number');
}

const batch = (items, options) => stream(client, sharing('RequestInformationBatch'), 'taushet.v1.RequestInformationBatchRequest',
  items.map((item) => ({ item })), options);
const asItem = (name) => ({ ...readRequest(dataFolder, name), requestId: randomBytes(16) });
const hex = (bytes) => bytes?.toString('hex');

async function manyQuestionsOverOneStream() {
  const items = Array.from({ length: 20 }, () => asItem('new-school'));
  const { messages, status } = await batch(items, { token: tokenFor('new-school') });
  check('a stream of 20 items ends OK', status.code === code.OK, `${status.code} ${status.details}`);
  const seen = messages.map((bytes) => ({ bytes, ...decode('taushet.v1.RequestInformationBatchResponse', bytes) }));
  const answers = seen.filter((message) => message.answer !== undefined);
  check('each item has one answer, known by its id',
    JSON.stringify(answers.map(({ answer }) => hex(answer.requestId)).sort()) === JSON.stringify(items.map((item) => hex(item.requestId)).sort()),
    answers.length);
  const entries = new Set(answers.map(({ answer }) => hex(answer.receipt.entryId)));
  check('each answer has an entry of its own', entries.size === 20, entries.size);
  const noteOf = ({ logId, treeSize }) => seen.map((message) => message.checkpoint)
    .find((sent) => sent !== undefined && sent.logId.equals(logId) && sent.treeSize === treeSize)?.note;
  for (const { bytes, answer } of answers.slice(0, 3)) receiptHolds('an item', rawFields(bytes).get(1)[0].value, answer, noteOf(answer.receipt));
  checkpointsComeOnce(seen);
}

function checkpointsComeOnce(seen) {
  const keyOf = ({ logId, treeSize }) => `${hex(logId)} ${treeSize}`;
  const sent = [];
  let dangling = 0;
  for (const { checkpoint, answer } of seen) {
    if (checkpoint !== undefined) sent.push(keyOf(checkpoint));
    if (answer !== undefined && !sent.includes(keyOf(answer.receipt))) dangling += 1;
  }
  check('no receipt of the stream carries its checkpoint', seen.every(({ answer }) => answer?.receipt.checkpoint === undefined), 'a checkpoint');
  check('each checkpoint is sent once', sent.length > 0 && new Set(sent).size === sent.length, sent);
  check('and ahead of every receipt that refers to it', dangling === 0, `${dangling} receipts`);
}

async function oneItemsErrorIsItsOwn() {
  const good = asItem('new-school');
  const malformed = { ...asItem('new-school'), inquiry: { ...asItem('new-school').inquiry, needs: [] } };
  const { messages, status } = await batch([good, malformed, good, asItem('new-school')], { token: tokenFor('new-school') });
  check('a stream with bad items ends OK', status.code === code.OK, `${status.code} ${status.details}`);
  const seen = messages.map((bytes) => decode('taushet.v1.RequestInformationBatchResponse', bytes));
  check('the good items are answered', seen.filter(({ answer }) => answer !== undefined).length === 2, seen.length);
  const errors = seen.filter(({ error }) => error !== undefined).map(({ error }) => error).sort((left, right) => left.position - right.position);
  check('the bad ones are told by place and id', JSON.stringify(errors.map((error) => [error.position, hex(error.requestId)]))
    === JSON.stringify([[1, hex(malformed.requestId)], [2, hex(good.requestId)]]), JSON.stringify(errors));
  const fields = errors.map((error) => decode('google.rpc.BadRequest', error.status.details[0].value).fieldViolations.map((violation) => violation.field));
  check('each with its violations', JSON.stringify(fields) === JSON.stringify([['inquiry.needs'], ['request_id']]), JSON.stringify(fields));
  const refused = await batch([good], {});
  check('a stream without a token: UNAUTHENTICATED', refused.status.code === code.UNAUTHENTICATED && refused.messages.length === 0, refused.status.code);
}

// Descriptors know fields by the names they were declared with: national_number, not nationalNumber.
const asDeclared = (json) => JSON.parse(JSON.stringify(json).replace(/"([a-zA-Z]+)":/g, (_, name) => `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}":`));

async function theSchemaIsTold() {
  const service = 'taushet.v1.SharingService';
  const { messages, status } = await stream(client, '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo', 'grpc.reflection.v1.ServerReflectionRequest',
    [{ listServices: '*' }, { fileContainingSymbol: service }, { fileContainingSymbol: 'no.such.Symbol' }]);
  check('reflection answers without a token', status.code === code.OK && messages.length === 3, `${status.code} ${messages.length}`);
  if (messages.length !== 3) return;
  const [list, files, unknown] = messages.map((bytes) => decode('grpc.reflection.v1.ServerReflectionResponse', bytes));
  const names = list.listServicesResponse.service.map(({ name }) => name);
  check('it lists the services', ['grpc.health.v1.Health', 'grpc.reflection.v1.ServerReflection', service].every((served) => names.includes(served))
    && names.every((name) => /^(grpc\.(health|reflection)|taushet)\.v1\./.test(name)), names);
  check('it does not know a symbol that is not there', unknown.errorResponse?.errorCode === 5, JSON.stringify(unknown.errorResponse));
  const made = clientFrom(files.fileDescriptorResponse.fileDescriptorProto, service, address);
  const answer = await new Promise((resolve) => {
    made.RequestInformation(asDeclared(readRequest(dataFolder, 'new-school')), tokenMetadata(tokenFor('new-school')), (error, told) => resolve(error ?? told));
  });
  check('a client made of reflection alone gets its lawful fields',
    answer.groups?.some((group) => group.outcome === 'OUTCOME_MAY_ON_REQUEST') && answer.information?.school != null, JSON.stringify(answer).slice(0, 200));
  made.close();
}

async function theRestOfTheProtocol() {
  const missing = await call(client, sharing('NoSuchRpc'), 'taushet.v1.PreviewRequest', {}, { token: tokenFor('new-school') });
  check('an unknown rpc: UNIMPLEMENTED', missing.status.code === code.UNIMPLEMENTED, missing.status.code);
  const late = await request('new-school', { token: tokenFor('new-school'), deadline: 0 });
  check('a deadline that has passed: DEADLINE_EXCEEDED', late.status.code === code.DEADLINE_EXCEEDED, late.status.code);
}

for (const scene of [
  healthIsServed, newSchoolGetsItsLawfulFields, silenceHasOneShape, previewTellsTheLaw, reportIsADuty,
  badTokensAreRefused, strangersAreRefused, malformedCallsAreExplained,
  manyQuestionsOverOneStream, oneItemsErrorIsItsOwn, theSchemaIsTold, theRestOfTheProtocol,
]) {
  try {
    await scene();
  } catch (fault) {
    check(`${scene.name} ran to its end`, false, fault.message);
  }
}

client.close();
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed === 0 ? 0 : 1);
