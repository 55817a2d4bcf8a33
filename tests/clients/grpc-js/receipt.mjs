// Proves a receipt offline, from the published formats alone: nothing of Taushet's own code is used here.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();

// The keys that the gateway's operator publishes: name+id+base64(0x02 || SPKI), one a line.
export function publishedKeys(dataFolder) {
  return readFileSync(join(dataFolder, 'checkpoint.vkeys'), 'utf8').trim().split('\n').map((line) => {
    const [name, id, typed] = [line.split('+')[0], line.split('+')[1], line.split('+').slice(2).join('+')];
    const spki = Buffer.from(typed, 'base64').subarray(1);
    return { name, id, key: createPublicKey({ key: spki, format: 'der', type: 'spki' }) };
  });
}

function integer(value, size) {
  const bytes = Buffer.alloc(size);
  if (size === 8) bytes.writeBigUInt64BE(BigInt(value));
  else bytes.writeUInt32BE(value);
  return bytes;
}

function column(tag, value) {
  const head = Buffer.alloc(6);
  head.writeUInt16BE(tag);
  head.writeUInt32BE(value.length, 2);
  return Buffer.concat([head, value]);
}

// The leaf of schema 2, made of what the receipt shows.
function leafHash(receipt) {
  return sha256(
    Buffer.from([0]),
    Buffer.from('taushet.entry.v2'),
    column(1, receipt.logId),
    column(2, receipt.entryId),
    column(3, integer(receipt.index ?? 0, 8)),
    column(4, integer(2, 4)),
    column(26, receipt.releaseCommitment),
    column(28, receipt.entryDigest),
  );
}

// RFC 9162, 2.1.3.2.
function rootFrom(receipt, leaf) {
  let place = BigInt(receipt.index ?? 0);
  let last = BigInt(receipt.treeSize) - 1n;
  let hash = leaf;
  for (const sibling of receipt.inclusionProof ?? []) {
    if (last === 0n) return undefined;
    if (place % 2n === 1n || place === last) {
      hash = sha256(Buffer.from([1]), sibling, hash);
      while (place % 2n === 0n && place !== 0n) {
        place >>= 1n;
        last >>= 1n;
      }
    } else {
      hash = sha256(Buffer.from([1]), hash, sibling);
    }
    place >>= 1n;
    last >>= 1n;
  }
  return last === 0n ? hash : undefined;
}

// A C2SP signed note: the text to the empty line, then "— name base64(key id || signature)".
function signedRoot(note, keys, receipt) {
  const cut = note.lastIndexOf('\n\n');
  const text = note.slice(0, cut + 1);
  const signed = note.slice(cut + 2).trim().split('\n').some((line) => {
    const [, name, encoded] = line.split(' ');
    const bytes = Buffer.from(encoded, 'base64');
    const known = keys.find((key) => key.name === name && key.id === bytes.subarray(0, 4).toString('hex'));
    return known !== undefined && text.startsWith(`${name}/${receipt.logId.toString('hex')}\n`)
      && verify('sha256', Buffer.from(text), known.key, bytes.subarray(4));
  });
  const [, size, root] = text.split('\n');
  return signed && size === String(receipt.treeSize) ? Buffer.from(root, 'base64') : undefined;
}

// Why the receipt does not prove these released bytes; undefined when it does.
export function fault(receipt, released, keys, note = receipt?.checkpoint?.note) {
  if (receipt === undefined || note === undefined) return 'no receipt or checkpoint';
  if (!sha256(receipt.nonce, released).equals(receipt.releaseCommitment)) return 'commits to other information';
  const leaf = leafHash(receipt);
  if (!leaf.equals(receipt.leafHash)) return 'leaf of another entry';
  const root = signedRoot(note, keys, receipt);
  if (root === undefined) return 'checkpoint not signed by a published key, or of another log or size';
  return rootFrom(receipt, leaf)?.equals(root) ? undefined : 'not in the log';
}
